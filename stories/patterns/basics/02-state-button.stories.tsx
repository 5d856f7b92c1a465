import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { acceptsAndEchoes } from '../../../mocks/behaviours.ts';
import { StateButtonSocket } from '../../../src/patterns/02-state-button/StateButtonSocket.tsx';
import source from '../../../src/patterns/02-state-button/StateButtonSocket.tsx?raw';

const meta = preview.meta({
  component: StateButtonSocket,
  args: { url: 'wss://lab.test' },
  parameters: {
    docs: { source: { code: source, language: 'tsx' } },
    server: {
      behaviour: acceptsAndEchoes(),
      connect: ({ canvas, userEvent }) =>
        userEvent.click(canvas.getByRole('button', { name: 'Connect' })),
    },
  },
});

/** Nothing is open until somebody presses Connect. Send says why it is off. */
export const Closed = meta.story({
  play: async ({ canvas, server }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('closed');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAccessibleDescription(
      'You can send once it is open: it is closed.',
    );
    await expect(server.connections).toHaveLength(0);
  },
});

Closed.test('two clicks never make two sockets', async ({ canvas, server }) => {
  const connect = canvas.getByRole('button', { name: 'Connect' });
  // Both in one task, before React has rendered the first one.
  connect.click();
  connect.click();
  await canvas.findByText('open');
  await expect(server.connections).toHaveLength(1);
});

/** Connect was pressed and the handshake is answered. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Connect' })).toBeDisabled();
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
});

Open.test('sends what was typed, and shows what comes back', async (context) => {
  const { canvas, server, userEvent } = context;
  await userEvent.type(canvas.getByLabelText('Message'), 'over the wire{Enter}');
  await expect(await server.nextMessage()).toBe('over the wire');
  await expect(await canvas.findByText('over the wire')).toBeVisible();
  await expect(canvas.getByLabelText('Message')).toHaveValue('');
});

Open.test('disconnects, and connects again', async ({ canvas, server, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await expect(await canvas.findByText('closed 1005')).toBeVisible();
  await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
  await expect(await canvas.findByText('open')).toBeVisible();
  await expect(server.connections).toHaveLength(2);
});

Open.test('says that it is closing until the far end answers', async (context) => {
  const { canvas, server, userEvent } = context;
  await server.stall();
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await expect(canvas.getByRole('status')).toHaveTextContent('closing');
  await expect(canvas.getByRole('button', { name: 'Disconnect' })).toBeDisabled();
  await server.resume();
  await expect(await canvas.findByText('closed 1005')).toBeVisible();
});

/** The far end does not answer. Disconnect gives up: `error` and 1006, as the browser says it. */
export const Connecting = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await server.nextConnection();
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
  },
});

Connecting.test('gives up when told to', async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await expect(await canvas.findByText('closed failed: 1006')).toBeVisible();
});

/** Messages arrive in the order in which they were sent. */
export const Messages = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await server.nextConnection();
    await server.send('first');
    await server.send('second');
    await canvas.findByText('second');
    const items = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(items).toEqual(['first', 'second']);
  },
});

/** A message is text, whatever it looks like: React escapes it, and nothing in it runs. */
export const TextThatLooksLikeHtml = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await server.nextConnection();
    await server.send('<img src="x" onerror="alert(1)">');
    await canvas.findByText('<img src="x" onerror="alert(1)">');
    await expect(canvas.queryByRole('img')).toBeNull();
  },
});

/** Bytes arrive as a `Blob`, unless the page sets `binaryType` to `arraybuffer`. */
export const Binary = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await server.nextConnection();
    await server.send(new Uint8Array([1, 2, 3]));
    await expect(await canvas.findByText('binary, 3 bytes')).toBeVisible();
  },
});

/** The far end breaks the protocol: `error`, which says nothing, then `close` with 1006. */
export const ProtocolViolation = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await canvas.findByText('open');
    await server.fail();
    await expect(await canvas.findByText('closed failed: 1006')).toBeVisible();
  },
});

/** The server answers the handshake with an HTTP error. The page is not told which: `error`, 1006. */
export const RefusedHandshake = meta.story({
  args: { serverState: 'error' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(await canvas.findByText('closed failed: 1006')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Connect' })).toBeEnabled();
  },
});

/** The cable is cut: `close` with 1006, and no `error`. */
export const CableCut = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await canvas.findByText('open');
    await server.drop();
    await expect(await canvas.findByText('closed 1006')).toBeVisible();
  },
});

/** 1000 Normal Closure: the far end is done. Do not reconnect. */
export const ServerCloses1000 = meta.story({
  args: { serverState: 'closed', closeCode: 1000, closeReason: 'done' },
  play: async ({ args, canvas, server, userEvent }) => {
    const { closeCode = 'none', closeReason = '' } = args;
    const code = closeCode === 'none' ? 1005 : closeCode;
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent(`closed ${code} ${closeReason}`.trim()),
    );
    await expect(await server.nextClose()).toEqual({ code, reason: closeReason, wasClean: true });
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
