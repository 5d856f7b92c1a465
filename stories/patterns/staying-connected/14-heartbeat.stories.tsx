import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { answersPings, streams } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { HeartbeatSocket } from '../../../src/patterns/14-heartbeat/HeartbeatSocket.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: HeartbeatSocket,
  args: { url: 'wss://lab.test' },
  parameters: { ...lesson('14-heartbeat'), server: { behaviour: answersPings() } },
});

const shortest = () => 0;
const paused = { clock: 'paused' } as const;
const INTERVAL_MS = 25_000;
const PONG_TIMEOUT_MS = 5_000;
const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;

/** The line is asked after 25 seconds of silence, and the server answers. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** An hour of pings and pongs, on one socket. */
export const AnHour = meta.story({
  // The real network has no time to answer while a virtual hour passes.
  tags: ['simulated-only'],
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await clock.advance(1_000);
    const made = madeBy(id);
    await clock.advance(3_600_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.received).toHaveLength(144);
    await expect(madeBy(id)).toBe(made);
  },
});

/** The line goes silent: the next handshake comes within interval, deadline and one second. */
export const Silent = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    await server.stall();
    await clock.advance(INTERVAL_MS + PONG_TIMEOUT_MS - 100);
    await expect(canvas.getByRole('timer')).toBeVisible();
    await expect(madeBy(id)).toBe(made);
    await clock.advance(100 + 1_000);
    await expect(madeBy(id)).toBe(made + 1);
    await canvas.findByText('open');

    // What the old line still had to say is not heard.
    const [old] = server.connections;
    await server.resume();
    await waitFor(() => expect(old?.state).toBe('closed'));
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** While data flows, the page sends no ping: each message proves that the line works. */
export const DataFlows = meta.story({
  // As above: a real stream does not follow a virtual clock.
  tags: ['simulated-only'],
  parameters: { ...paused, server: { behaviour: streams(1) } },
  play: async ({ canvas, clock, id, server }) => {
    await clock.advance(1_000);
    const made = madeBy(id);
    await clock.advance(120_000);
    await expect(canvas.getByRole('status')).toHaveTextContent('open');
    await expect(server.received).toEqual([]);
    await expect(madeBy(id)).toBe(made);
  },
});

/** The connection has ended, and the next handshake hangs: no beat of the old one disturbs it. */
export const NoBeatAfterTheEnd = meta.story({
  args: { random: shortest },
  parameters: paused,
  play: async ({ canvas, clock, id, server }) => {
    await canvas.findByText('open');
    await server.hold();
    await server.drop();
    await canvas.findByText(/^waiting/);
    await clock.advance(1_000);
    const made = madeBy(id);
    await clock.advance(INTERVAL_MS + PONG_TIMEOUT_MS);
    await expect(canvas.getByRole('status')).toHaveTextContent('connecting');
    await expect(canvas.queryByRole('timer')).not.toBeInTheDocument();
    await expect(madeBy(id)).toBe(made);
  },
});

/** A line that is asked and silent on the network itself, in real time: half a second and half of one. */
export const SilentInRealTime = meta.story({
  args: { random: shortest, intervalMs: 500, pongTimeoutMs: 500 },
  play: async ({ canvas, id, server }) => {
    await canvas.findByText('open');
    const made = madeBy(id);
    const stalledAt = performance.now();
    await server.stall();
    await expect(await canvas.findByText(/^waiting 1006 the line is silent/)).toBeVisible();
    await canvas.findByText('open');
    await expect(madeBy(id)).toBe(made + 1);
    await expect(performance.now() - stalledAt).toBeGreaterThanOrEqual(900);
  },
});
