import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { BackPressureSocket } from '../../../src/patterns/26-back-pressure/BackPressureSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const PIECE_BYTES = 65_536;
const PIECES = 128;
const HIGH_BYTES = 262_144;

const meta = preview.meta({
  component: BackPressureSocket,
  args: { url: 'wss://lab.test', highBytes: HIGH_BYTES, pollMs: 5 },
  parameters: lesson('26-back-pressure'),
});

type Canvas = StoryContext['canvas'];

const figure = (canvas: Canvas, label: string) =>
  Number(canvas.getByLabelText(label, { selector: 'dd' }).textContent);
const press = (canvas: Canvas, name: string) => canvas.getByRole('button', { name });

async function sendIntoStall(
  canvas: Canvas,
  server: StoryContext['server'],
  userEvent: StoryContext['userEvent'],
): Promise<void> {
  await canvas.findByText('open');
  await server.stall();
  await userEvent.click(press(canvas, 'Send 8 MiB'));
  await waitFor(() => expect(figure(canvas, 'Most that waited')).toBeGreaterThan(HIGH_BYTES));
}

/** Send 8 MiB. Stall the line first: some of it leaves, and the rest is not even added. */
export const Open = meta.story({
  play: async ({ canvas, server, userEvent }) => {
    await canvas.findByText('open');
    await userEvent.click(press(canvas, 'Send 8 MiB'));
    await expect(await canvas.findByText('all added')).toBeVisible();
    await waitFor(() => expect(server.received).toHaveLength(PIECES));
    await expect(figure(canvas, 'Pieces sent')).toBe(PIECES);
    await expect(figure(canvas, 'Most that waited')).toBeLessThanOrEqual(HIGH_BYTES + PIECE_BYTES);
  },
});

/** The server does not read: never more waits than the mark and one piece. When it reads again, all arrives in order. */
export const Stalled = meta.story({
  // How much a real network takes while no one reads is up to the machine: it may be all of it.
  tags: ['simulated-only'],
  play: async ({ canvas, server, userEvent }) => {
    await sendIntoStall(canvas, server, userEvent);
    await expect(figure(canvas, 'Pieces sent')).toBeLessThan(PIECES);
    await server.resume();
    await canvas.findByText('all added');
    await waitFor(() => expect(server.received).toHaveLength(PIECES));
    const first = server.received.map((data) => new Uint8Array(data as ArrayBuffer)[0]);
    await expect(first).toEqual(Array.from({ length: PIECES }, (_, n) => n));
    await expect(figure(canvas, 'Most that waited')).toBeLessThanOrEqual(HIGH_BYTES + PIECE_BYTES);
  },
});

/** Stopped while it waits for room: no further piece is added, and what was added still arrives. */
export const Stopped = meta.story({
  tags: ['simulated-only'],
  play: async ({ canvas, server, userEvent }) => {
    await sendIntoStall(canvas, server, userEvent);
    await userEvent.click(press(canvas, 'Stop'));
    await expect(await canvas.findByText('stopped')).toBeVisible();
    const sent = figure(canvas, 'Pieces sent');
    await server.resume();
    await waitFor(() => expect(server.received).toHaveLength(sent));
    await expect(figure(canvas, 'Pieces sent')).toBe(sent);
  },
});

/** The line is cut while pieces wait: the promise rejects, and says why. */
export const Cut = meta.story({
  tags: ['simulated-only'],
  play: async ({ canvas, server, userEvent }) => {
    await sendIntoStall(canvas, server, userEvent);
    await server.drop();
    await expect(await canvas.findByText('The socket is not open.')).toBeVisible();
  },
});

/** Before the socket is open nothing can be sent, and it says so. */
export const NotOpen = meta.story({
  args: { serverState: 'connecting' },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('connecting');
    await userEvent.click(press(canvas, 'Send 8 MiB'));
    await expect(await canvas.findByText('The socket is not open.')).toBeVisible();
  },
});

/** Unmounted while it waits for room: the timer ends with the component, a minute before it would run. */
export const Unmounted = meta.story({
  args: { pollMs: 60_000 },
  tags: ['simulated-only'],
  play: async ({ canvas, mount, server, userEvent }) => {
    await mount();
    await sendIntoStall(canvas, server, userEvent);
    await mount(<p>Another page</p>);
    await server.resume();
    await waitFor(() => expect(server.open).toHaveLength(0));
  },
});
