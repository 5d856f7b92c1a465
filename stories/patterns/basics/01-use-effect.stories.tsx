import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { ledger } from '../../../mocks/ledger.ts';
import { describeCloseCode } from '../../../src/protocol/close-code.ts';
import { UseEffectSocket } from '../../../src/patterns/01-use-effect/UseEffectSocket.tsx';
import source from '../../../src/patterns/01-use-effect/UseEffectSocket.tsx?raw';

const meta = preview.meta({
  component: UseEffectSocket,
  args: { url: 'wss://lab.test' },
  parameters: { docs: { source: { code: source, language: 'tsx' } } },
});

/** The handshake is answered: the socket is open, and waits. */
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

/** The far end does not answer the handshake. The socket stays CONNECTING; no event has come. */
export const Connecting = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server }) => {
    const connection = await server.nextConnection();
    await expect(connection.state).toBe('connecting');
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
  },
});

/** Messages arrive in the order in which they were sent. */
export const Messages = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send('first');
    await server.send('second');
    await canvas.findByText('second');
    const items = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(items).toEqual(['first', 'second']);
  },
});

Messages.test('keeps the newest hundred', async ({ canvas, server }) => {
  await Promise.all(Array.from({ length: 1_000 }, (_, index) => server.send(`burst ${index + 1}`)));
  await canvas.findByText('burst 1000');
  await expect(canvas.getAllByRole('listitem')).toHaveLength(100);
});

/** A message is text, whatever it looks like: React escapes it, and nothing in it runs. */
export const TextThatLooksLikeHtml = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send('<img src="x" onerror="alert(1)">');
    await canvas.findByText('<img src="x" onerror="alert(1)">');
    await expect(canvas.queryByRole('img')).toBeNull();
  },
});

/** Bytes arrive as a `Blob`, unless the page sets `binaryType` to `arraybuffer`. */
export const Binary = meta.story({
  play: async ({ canvas, server }) => {
    await server.nextConnection();
    await server.send(new Uint8Array([1, 2, 3]));
    await expect(await canvas.findByText('binary, 3 bytes')).toBeVisible();
  },
});

/**
 * The far end breaks the protocol (it sends a frame that RFC 6455 forbids). The browser gives an
 * `error` event that says nothing, then `close` with 1006.
 */
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

/** 1000 Normal Closure: the far end is done. Do not reconnect. */
export const ServerCloses1000 = meta.story({
  args: { serverState: 'closed', closeCode: 1000, closeReason: 'done' },
  play: async ({ args, canvas, server }) => {
    const { closeCode = 'none', closeReason = '' } = args;
    const code = closeCode === 'none' ? 1005 : closeCode;
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent(`closed ${code} ${closeReason}`.trim()),
    );
    await expect(await server.nextClose()).toEqual({ code, reason: closeReason, wasClean: true });
    await expect(describeCloseCode(code).name).not.toBe('');
  },
});

/** 1001 Going Away: the server shuts down, or the page is left. Reconnect later, with back-off. */
export const ServerCloses1001 = ServerCloses1000.extend({
  args: { closeCode: 1001, closeReason: 'restarting' },
});

/** 1008 Policy Violation: what you sent is not allowed. Mend it first; the same again ends the same. */
export const ServerCloses1008 = ServerCloses1000.extend({
  args: { closeCode: 1008, closeReason: 'no token' },
});

/** 1009 Message Too Big: send it in parts. */
export const ServerCloses1009 = ServerCloses1000.extend({
  args: { closeCode: 1009, closeReason: '' },
});

/** 1011 Internal Error: the server failed. Reconnect with back-off. */
export const ServerCloses1011 = ServerCloses1000.extend({
  args: { closeCode: 1011, closeReason: '' },
});

/** 1012 Service Restart: reconnect after a random 5 to 30 seconds, so that not all come at once. */
export const ServerCloses1012 = ServerCloses1000.extend({
  args: { closeCode: 1012, closeReason: '' },
});

/** 1013 Try Again Later: the server is overloaded. Reconnect to another one, or much later. */
export const ServerCloses1013 = ServerCloses1000.extend({
  args: { closeCode: 1013, closeReason: '' },
});

/** 4000 to 4999 are the application’s own: here 4001, for a session that has run out. */
export const ServerCloses4001 = ServerCloses1000.extend({
  args: { closeCode: 4001, closeReason: 'session expired' },
});

/** A Close frame without a code: the page is told 1005, which no frame ever carries. */
export const ServerClosesWithoutCode = ServerCloses1000.extend({
  args: { closeCode: 'none', closeReason: '' },
});
