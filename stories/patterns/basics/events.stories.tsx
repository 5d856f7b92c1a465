import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { lesson } from '../../lesson/lesson-page.tsx';
import { SocketEvents } from '../../../src/patterns/events/SocketEvents.tsx';

const meta = preview.meta({
  component: SocketEvents,
  args: { url: 'wss://lab.test' },
  argTypes: { binaryType: { control: 'inline-radio', options: ['blob', 'arraybuffer'] } },
  parameters: lesson('events'),
});

/** `open`: the handshake is done. It carries nothing. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('row', { name: /^1 open .*readyState: 1/ })).toBeVisible();
  },
});

/** `message`: `data` and `origin`. Bytes come as a `Blob` by default. */
export const Message = meta.story({
  play: async ({ args, canvas, server }) => {
    await server.nextConnection();
    await server.send('text');
    await server.send(new Uint8Array(4));
    const { origin } = new URL(args.url);
    await expect(
      await canvas.findByRole('row', {
        name: new RegExp(`^2 message data: "text", origin: "${origin}"`),
      }),
    ).toBeVisible();
    await expect(
      await canvas.findByRole('row', { name: /^3 message data: Blob of 4 bytes/ }),
    ).toBeVisible();
  },
});

/** `message` with `binaryType` set to `arraybuffer`. */
export const MessageAsArrayBuffer = meta.story({
  args: { binaryType: 'arraybuffer' },
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send(new Uint8Array(4));
    await expect(
      await canvas.findByRole('row', {
        name: /^2 message data: ArrayBuffer of 4 bytes.*binaryType: "?arraybuffer/,
      }),
    ).toBeVisible();
  },
});

/** `error`: it says nothing at all. `close` follows, and says little more: 1006, not clean. */
export const ErrorThenClose = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await canvas.findByRole('row', { name: /^1 open/ });
    await server.fail();
    await expect(
      await canvas.findByRole('row', { name: /^3 close code: 1006, reason: "", wasClean: false/ }),
    ).toBeVisible();
    const order = canvas.getAllByRole('rowheader').map(({ textContent }) => textContent);
    await expect(order).toEqual(['close', 'error', 'open']);
  },
});

/** `close`: how it ended, by `code`, `reason` and `wasClean`. */
export const Close = meta.story({
  args: { serverState: 'closed', closeCode: 1001, closeReason: 'bye' },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('row', {
        name: /^2 close code: 1001, reason: "bye", wasClean: true/,
      }),
    ).toBeVisible();
  },
});
