import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
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

/** The server accepts, and closes at once, six times: an open socket proves nothing, so the waits grow. */
export const AcceptsAndCloses = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    for (const waitMs of [1_000, 1_500, 2_500, 4_500, 8_500, 10_250]) {
      await canvas.findByText('open');
      await server.close(1011);
      await canvas.findByText('waiting 1011');
      await clock.advance(waitMs);
    }
    const waits = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(waits).toEqual(['1.0 s', '1.5 s', '2.5 s', '4.5 s', '8.5 s', '10.3 s']);
  },
});

/** Five seconds without a close are proof: the next wait is the shortest again. */
export const FiveSecondsUp = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    const waits = () => canvas.queryAllByRole('listitem').map(({ textContent }) => textContent);
    const closeAfter = async (ms: number) => {
      await canvas.findByText('open');
      await clock.advance(ms);
      await server.close(1011);
      await canvas.findByText('waiting 1011');
    };
    await closeAfter(4_900);
    await clock.advance(1_000);
    await closeAfter(0);
    await clock.advance(1_500);
    await expect(waits()).toEqual(['1.0 s', '1.5 s']);
    await closeAfter(5_000);
    await expect(waits()).toEqual(['1.0 s', '1.5 s', '1.0 s']);
  },
});

/** A message is proof as well, however early it comes. */
export const AMessage = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, server }) => {
    await canvas.findByText('open');
    await server.close(1011);
    await canvas.findByText('waiting 1011');
    await clock.advance(1_000);
    await canvas.findByText('open');
    await server.send('proof');
    await canvas.findByText('proof');
    await server.close(1011);
    await canvas.findByText('waiting 1011');
    const waits = canvas.getByRole('list', { name: 'Waits' }).textContent;
    await expect(waits).toBe('1.0 s1.0 s');
  },
});
