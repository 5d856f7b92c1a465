import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { lesson } from '../../lesson/lesson-page.tsx';
import { ledger } from '../../../mocks/ledger.ts';
import { UseEffectSocket } from '../../../src/patterns/01-use-effect/UseEffectSocket.tsx';

const meta = preview.meta({
  component: UseEffectSocket,
  args: { url: 'wss://lab.test' },
  parameters: lesson('01-use-effect'),
});

/** The server has answered the handshake: the socket is open. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

Open.test('opens exactly one socket', async ({ canvas, server }) => {
  await canvas.findByText('open');
  await expect(server.connections).toHaveLength(1);
});

/** React mounts twice: the first socket is closed before its handshake, and the second one stays. */
export const StrictModeOn = meta.story({
  globals: { strictMode: 'on' },
  play: async ({ canvas, id }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
    const states = () =>
      ledger.sockets.filter(({ storyId }) => storyId === id).map(({ state }) => state);
    await waitFor(() => expect(states()).toEqual(['closed', 'open']));
  },
});

/** The server does not answer the handshake. The socket stays CONNECTING, and no event comes. */
export const Connecting = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    const connection = await server.nextConnection();
    await expect(connection.state).toBe('connecting');
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
  },
});

/** Messages arrive in the order in which they were sent. The newest is on top, with its number. */
export const Messages = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send('first');
    await server.send('second');
    await canvas.findByText('second');
    const items = canvas.getAllByRole<HTMLLIElement>('listitem');
    await expect(items.map(({ value, textContent }) => `${value} ${textContent}`)).toEqual([
      '2 second',
      '1 first',
    ]);
  },
});

Messages.test('keeps the newest hundred', async ({ canvas, server }) => {
  await Promise.all(Array.from({ length: 1_000 }, (_, index) => server.send(`burst ${index + 1}`)));
  const newest = await canvas.findByText<HTMLLIElement>('burst 1000');
  await expect(newest.value).toBe(1_002);
  await expect(newest).toBeVisible();
  await expect(canvas.getAllByRole('listitem')).toHaveLength(100);
});

/** The server breaks the protocol: `error`, which says nothing, then `close` with 1006. */
export const ProtocolViolation = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await canvas.findByText('open');
    await server.fail();
    await expect(await canvas.findByText('failed 1006')).toBeVisible();
  },
});

/** The server answers the handshake with an HTTP error. The page is not told which: `error`, 1006. */
export const RefusedHandshake = meta.story({
  args: { serverState: 'error' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('failed 1006')).toBeVisible();
  },
});

/** The cable is cut: `close` with 1006, and no `error`. */
export const CableCut = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await canvas.findByText('open');
    await server.drop();
    await expect(await canvas.findByText('closed 1006')).toBeVisible();
  },
});

/** The server closes, with a code and a reason: here 1001, since it restarts. */
export const ServerCloses = meta.story({
  args: { serverState: 'closed', closeCode: 1001, closeReason: 'restarting' },
  play: async ({ canvas, server }) => {
    await expect(await canvas.findByText('closed 1001 restarting')).toBeVisible();
    const closing = { code: 1001, reason: 'restarting', wasClean: true };
    await expect(await server.nextClose()).toEqual(closing);
  },
});
