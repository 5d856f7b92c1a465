import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { acceptsAndEchoes } from '../../../mocks/behaviours.ts';
import type { SocketServer } from '../../../mocks/socket-server.ts';
import { BinarySocket } from '../../../src/patterns/07-binary/BinarySocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: BinarySocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('07-binary'), server: { behaviour: acceptsAndEchoes() } },
});

/** Sends them so that they arrive together: what a silent server holds back leaves in one piece. */
async function sendAtOnce(
  server: SocketServer,
  messages: readonly Parameters<SocketServer['send']>[0][],
): Promise<void> {
  await server.stall();
  for (const message of messages) await server.send(message);
  await server.resume();
}

/** Bytes, text, bytes: shown as they were sent, the newest on top. */
export const WireOrder = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await sendAtOnce(server, [new Uint8Array([0xde, 0xad]), 'text', new Uint8Array([0xbe, 0xef])]);
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(3));
    const shown = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(shown).toEqual(['2 bytes: be ef', 'text', '2 bytes: de ad']);
  },
});

/** 64 KiB and a text behind them, fifty times, all at once: no text overtakes its bytes. */
export const FiftyPairs = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    const pairs = Array.from({ length: 50 }, (_, index) => [
      new Uint8Array(65_536).fill(index),
      `behind ${index}`,
    ]);
    await sendAtOnce(server, pairs.flat());
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(100));
    const shown = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    const expected = pairs.flatMap((_, index) => {
      const hex = `${index.toString(16).padStart(2, '0')} `.repeat(16);
      return [`65536 bytes: ${hex}…`, `behind ${index}`];
    });
    await expect(shown).toEqual(expected.reverse());
  },
});

/** What you type leaves as bytes: `é` takes two in UTF-8. The server sends them back as bytes. */
export const BothWays = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.type(canvas.getByLabelText('Message'), 'hé{Enter}');
    const message = await server.nextMessage();
    await expect(message).toBeInstanceOf(ArrayBuffer);
    await expect(await canvas.findByText('3 bytes: 68 c3 a9')).toBeVisible();
  },
});

/** A message without a byte is a message too. */
export const NoBytes = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await server.send(new ArrayBuffer(0));
    await expect(await canvas.findByText('0 bytes')).toBeVisible();
  },
});
