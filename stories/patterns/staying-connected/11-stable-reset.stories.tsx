import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { closesAfter } from '../../../mocks/behaviours.ts';
import { StableReset } from '../../../src/patterns/11-stable-reset/StableReset.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: StableReset,
  args: { url: 'wss://lab.test' },
  parameters: lesson('11-stable-reset'),
});

/** The middle of each window: the waits are 1, 1.5, 2.5, 4.5, 8.5 s and then 10.25 s. */
const half = () => 0.5;
const paused = { clock: 'paused' } as const;

/** The socket is open. Close it before five seconds have passed: the next wait is longer. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** The server accepts, and closes at once, ten times: `open` proves nothing, so the waits grow. */
export const AcceptsAndCloses = meta.story({
  // A wait is as long as told on a virtual clock only.
  tags: ['simulated-only'],
  args: { random: half },
  parameters: { ...paused, server: { behaviour: closesAfter(0, 1011) } },
  play: async ({ canvas, clock, server }) => {
    await clock.advance(60_000);
    const waits = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(waits.slice(0, 6)).toEqual([
      '1.0 s',
      '1.5 s',
      '2.5 s',
      '4.5 s',
      '8.5 s',
      '10.3 s',
    ]);
    // A fixed wait of a second would have made sixty.
    await expect(server.connections.length).toBeLessThanOrEqual(10);
  },
});

/** Five seconds without a close are proof: the next wait is the shortest again. */
export const FiveSecondsUp = meta.story({
  tags: ['simulated-only'],
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    const waits = () => canvas.queryAllByRole('listitem').map(({ textContent }) => textContent);
    await clock.advance(4_900);
    await server.close(1011);
    await clock.advance(1_000);
    await server.close(1011);
    await clock.advance(1_500);
    await expect(waits()).toEqual(['1.0 s', '1.5 s']);
    await clock.advance(5_000);
    await server.close(1011);
    await clock.advance(100);
    await expect(waits()).toEqual(['1.0 s', '1.5 s', '1.0 s']);
  },
});

/** A message is proof as well, however early it comes. */
export const AMessage = meta.story({
  tags: ['simulated-only'],
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await clock.advance(100);
    await server.close(1011);
    await clock.advance(1_100);
    await server.send('proof');
    await clock.advance(100);
    await server.close(1011);
    await clock.advance(100);
    const waits = canvas.getByRole('list', { name: 'Waits' }).textContent;
    await expect(waits).toBe('1.0 s1.0 s');
  },
});
