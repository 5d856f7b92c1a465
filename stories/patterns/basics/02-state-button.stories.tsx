import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { lesson } from '../../lesson/lesson-page.tsx';
import { acceptsAndEchoes } from '../../../mocks/behaviours.ts';
import { StateButtonSocket } from '../../../src/patterns/02-state-button/StateButtonSocket.tsx';

const meta = preview.meta({
  component: StateButtonSocket,
  args: { url: 'wss://lab.test' },
  parameters: {
    ...lesson('02-state-button'),
    server: {
      behaviour: acceptsAndEchoes(),
      connect: ({ canvas, userEvent }) =>
        userEvent.click(canvas.getByRole('button', { name: 'Connect' })),
    },
  },
});

/** Nothing is open until you press Connect. Send says why it is off. */
export const Closed = meta.story({
  play: async ({ canvas, server }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('closed');
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
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

/** Connect was pressed, and the server has answered the handshake. */
export const Open = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Connect' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute(
      'aria-disabled',
      'false',
    );
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

Open.test('keeps the focus where it is', async ({ canvas, userEvent }) => {
  await expect(canvas.getByRole('button', { name: 'Connect' })).toHaveFocus();
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await canvas.findByText('closed 1005');
  await expect(canvas.getByRole('button', { name: 'Disconnect' })).toHaveFocus();
});

Open.test('tells a failure from a lost connection', async ({ canvas, server, userEvent }) => {
  await server.fail();
  await expect(await canvas.findByText('failed 1006')).toBeVisible();
  await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
  await canvas.findByText('open');
  await server.drop();
  await expect(await canvas.findByText('closed 1006')).toBeVisible();
});

Open.test('sends nothing while it is not open', async ({ canvas, server, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await canvas.findByText('closed 1005');
  await userEvent.type(canvas.getByLabelText('Message'), 'too late{Enter}');
  await expect(canvas.getByLabelText('Message')).toHaveValue('too late');
  await expect(server.received).toEqual([]);
});

Open.test('says that it is closing until the server answers', async (context) => {
  const { canvas, server, userEvent } = context;
  await server.stall();
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await expect(canvas.getByRole('status')).toHaveTextContent('closing');
  await expect(canvas.getByRole('button', { name: 'Disconnect' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await server.resume();
  await expect(await canvas.findByText('closed 1005')).toBeVisible();
});

/** The server does not answer. Disconnect gives up: the browser reports an error, then 1006. */
export const Connecting = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, server, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await server.nextConnection();
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
    await expect(canvas.getByRole('button', { name: 'Send' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
});

Connecting.test('gives up when told to', async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Disconnect' }));
  await expect(await canvas.findByText('failed 1006')).toBeVisible();
});

/** The server answers the handshake with an HTTP error. The page is not told which: `error`, 1006. */
export const RefusedHandshake = meta.story({
  args: { serverState: 'error' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(await canvas.findByText('failed 1006')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Connect' })).toHaveAttribute(
      'aria-disabled',
      'false',
    );
  },
});
