import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { SharedSocket } from '../../../src/patterns/30-shared-socket/SharedSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: SharedSocket,
  args: { url: 'wss://lab.test' },
  parameters: lesson('30-shared-socket'),
});

const LINGER_MS = 500;
const paused = { clock: 'paused' } as const;

/** Three components, one connection: all of them hear each message. Unmount one, and the line stays. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await expect(canvas.getByText(/3 users/)).toBeVisible();
    await server.send('to all');
    await expect(await canvas.findByText('to all')).toBeVisible();
    await expect(canvas.getByLabelText('Counted')).toHaveTextContent(/^1$/);
    await expect(server.connections).toHaveLength(1);
  },
});

/** Two components leave: the third has the same connection, and hears what comes. */
export const TwoLeave = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Badge' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Counter' }));
    await clock.advance(60_000);
    await expect(canvas.getByText(/1 user$/)).toBeVisible();
    await server.send('still here');
    await expect(await canvas.findByText('still here')).toBeVisible();
    await expect(server.connections).toHaveLength(1);
  },
});

/** All have left: half a second later the socket is closed, and not before. */
export const TheLastLeaves = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, server, userEvent }) => {
    await canvas.findByText('open');
    for (const name of ['Counter', 'List', 'Badge'])
      await userEvent.click(canvas.getByRole('checkbox', { name }));
    await expect(canvas.getByText(/0 users/)).toBeVisible();
    await clock.advance(LINGER_MS - 1);
    await expect(server.open).toHaveLength(1);
    await expect(canvas.getByText(/0 users/)).toBeVisible();
    await clock.advance(1);
    await expect(await server.nextClose()).toMatchObject({ code: 1005, wasClean: true });
    await expect(canvas.queryByText(/users/)).not.toBeInTheDocument();
  },
});

/** The page changes: all leave, and others come within the half second. It is the same connection. */
export const ThePageChanges = meta.story({
  parameters: paused,
  play: async ({ canvas, clock, server, userEvent }) => {
    const badge = canvas.getByRole('checkbox', { name: 'Badge' });
    const list = canvas.getByRole('checkbox', { name: 'List' });
    await canvas.findByText('open');
    for (const box of [badge, list, canvas.getByRole('checkbox', { name: 'Counter' })])
      await userEvent.click(box);
    await clock.advance(LINGER_MS - 1);
    await userEvent.click(list);
    await clock.advance(60_000);
    await userEvent.click(badge);
    await expect(await canvas.findByText('open')).toBeVisible();
    await server.send('on the same line');
    await expect(await canvas.findByText('on the same line')).toBeVisible();
    await expect(server.connections).toHaveLength(1);
  },
});

/** StrictMode mounts each component twice: there is still one socket, and it was never closed. */
export const StrictMode = meta.story({
  globals: { strictMode: 'on' },
  play: async ({ canvas, server }) => {
    await canvas.findByText('open');
    await expect(canvas.getByText(/3 users/)).toBeVisible();
    await server.send('once');
    await canvas.findByText('once');
    await expect(canvas.getByLabelText('Counted')).toHaveTextContent(/^1$/);
    await expect(server.connections).toHaveLength(1);
  },
});

/** Another address is another connection, with its own users and messages. */
export const TwoAddresses = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Counter of another address' }));
    await waitFor(() => expect(server.open).toHaveLength(2));
    await expect(server.connections).toHaveLength(2);
    await expect(await canvas.findByText(/^Socket 2, 1 user$/)).toBeVisible();
    const another = server.open.find(({ url }) => url.endsWith('/another'));
    await another?.send('there');
    await waitFor(() => {
      const counts = canvas.getAllByLabelText('Counted').map(({ textContent }) => textContent);
      return expect(counts).toEqual(['0', '1']);
    });
    await expect(canvas.queryByText('there')).not.toBeInTheDocument();
  },
});

/** The cable is cut: all three wait together, and one socket is made for them. */
export const OneWayBack = meta.story({
  args: { random: () => 0 },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.drop();
    await canvas.findByText('waiting 1006');
    await clock.advance(LINGER_MS);
    await expect(await canvas.findByText('open')).toBeVisible();
    await server.send('back');
    await canvas.findByText('back');
    await expect(canvas.getByLabelText('Counted')).toHaveTextContent(/^1$/);
    await expect(server.connections).toHaveLength(2);
  },
});
