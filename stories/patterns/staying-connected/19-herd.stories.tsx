import { expect, waitFor } from 'storybook/test';
import preview from '#.storybook/preview';
import { Herd } from '../../../src/patterns/19-herd/Herd.tsx';
import { seeded } from '../../../src/protocol/testing/random.ts';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: Herd,
  args: { url: 'wss://lab.test', clients: 50 },
  parameters: lesson('19-herd'),
});

const paused = { clock: 'paused' } as const;

/** Fifty clients of one server. Close with 1012 or 1013, and see them return. */
export const Open = meta.story({
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(50));
    await waitFor(() => expect(canvas.getAllByRole('img', { name: 'open' })).toHaveLength(49));
  },
});

/** 1012: the server restarts. No one returns before five seconds, and everyone within thirty. */
export const Restart = meta.story({
  // Fifty real handshakes do not keep to a virtual clock. Ten in real time are the last story.
  tags: ['simulated-only'],
  args: { random: seeded(1012) },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    const made = server.connections.length;
    await server.close(1012);
    await clock.advance(5_000);
    await expect(server.connections).toHaveLength(made);
    const perSecond = [];
    for (let second = 5; second < 30; second++) {
      const before = server.connections.length;
      await clock.advance(1_000);
      perSecond.push(server.connections.length - before);
    }
    await clock.advance(100);
    await expect(server.open).toHaveLength(50);
    // Two a second on average.
    await expect(Math.max(...perSecond)).toBeLessThanOrEqual(6);
    await expect(canvas.getByText(/^Returns: 50/)).toBeVisible();
  },
});

/** 1013 with a time: the server wants no one for ten seconds. Then they come, over ten more. */
export const Told = meta.story({
  // As above.
  tags: ['simulated-only'],
  args: { random: seeded(1013) },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    const made = server.connections.length;
    await server.close(1013, '{"retryAfterMs":10000}');
    await clock.advance(9_999);
    await expect(server.connections).toHaveLength(made);
    await clock.advance(10_101);
    await expect(server.open).toHaveLength(50);
    await expect(canvas.getByText(/^Returns: 50/)).toBeVisible();
  },
});

/** 4429, this application's "too many": without a time, it is 5 to 30 seconds. */
export const TooMany = meta.story({
  // As above.
  tags: ['simulated-only'],
  args: { random: seeded(4429) },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    const made = server.connections.length;
    await server.close(4429);
    await clock.advance(5_000);
    await expect(server.connections).toHaveLength(made);
    await clock.advance(25_100);
    await expect(server.open).toHaveLength(50);
    await expect(canvas.getByText(/^Returns: 50/)).toBeVisible();
  },
});

/** 429 to the handshake: the page sees 1006 and no time, so it can only wait as for any loss. */
export const HiddenStatus = meta.story({
  args: { random: seeded(429), clients: 1 },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.refuse(429);
    await server.drop();
    await expect(await canvas.findByText('waiting 1006')).toBeVisible();
    await server.accept();
    await clock.advance(20_000);
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** On the network itself: ten clients are told half a second, and none of them comes sooner. */
export const ToldInRealTime = meta.story({
  args: { clients: 10 },
  play: async ({ canvas, server }) => {
    await waitFor(() => expect(server.open).toHaveLength(10));
    const returnedAt: number[] = [];
    const stopListening = server.onConnection(() => returnedAt.push(performance.now()));
    const closedAt = performance.now();
    await server.close(1013, '{"retryAfterMs":500}');
    await waitFor(() => expect(server.open).toHaveLength(10));
    stopListening();
    await expect(returnedAt).toHaveLength(10);
    await expect(Math.min(...returnedAt) - closedAt).toBeGreaterThanOrEqual(500);
    await expect(await canvas.findByText(/^Returns: 10/)).toBeVisible();
  },
});
