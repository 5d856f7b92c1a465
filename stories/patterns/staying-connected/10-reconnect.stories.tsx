import { expect } from 'storybook/test';
import preview from '#.storybook/preview';
import { refusesThenAccepts } from '../../../mocks/behaviours.ts';
import { ledger } from '../../../mocks/ledger.ts';
import { Reconnect } from '../../../src/patterns/10-reconnect/Reconnect.tsx';
import { lesson } from '../../lesson/lesson-page.tsx';

const meta = preview.meta({
  component: Reconnect,
  args: { url: 'wss://lab.test' },
  parameters: lesson('10-reconnect'),
});

const madeBy = (id: string) => ledger.sockets.filter(({ storyId }) => storyId === id).length;
const paused = { clock: 'paused' } as const;
/** The middle of each window: the waits are 1, 1.5, 2.5 and 4.5 s. */
const half = () => 0.5;

/** The socket is open. Cut the cable: the pattern waits for a moment, and connects again. */
export const Open = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** Four handshakes are refused: each wait is longer than the one before. The fifth is accepted. */
export const LongerEachTime = meta.story({
  args: { random: half },
  parameters: { ...paused, server: { behaviour: refusesThenAccepts(4) } },
  play: async ({ canvas, clock, id }) => {
    for (const waitMs of [1_000, 1_500, 2_500, 4_500]) {
      await canvas.findByText(/^waiting 1006/);
      const made = madeBy(id);
      await clock.advance(waitMs - 1);
      await expect(madeBy(id)).toBe(made);
      await clock.advance(1);
      await expect(madeBy(id)).toBe(made + 1);
    }
    await expect(await canvas.findByText('open')).toBeVisible();
  },
});

/** The countdown runs, and `Retry now` ends it: one attempt, at once. */
export const RetryNow = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, id, server, userEvent }) => {
    await canvas.findByText('open');
    await server.drop();
    await canvas.findByText(/^waiting/);
    const made = madeBy(id);
    await clock.advance(500);
    await expect(canvas.getByRole('timer')).toHaveAccessibleName('0.5 seconds left');
    await userEvent.click(canvas.getByRole('button', { name: 'Retry now' }));
    await expect(await canvas.findByText('open')).toBeVisible();
    await expect(madeBy(id)).toBe(made + 1);
    await clock.advance(60_000);
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** A message proves that the server works: the next wait is short again. */
export const ShortAgain = meta.story({
  args: { random: half },
  parameters: { ...paused, server: { behaviour: refusesThenAccepts(4) } },
  play: async ({ canvas, clock, id, server }) => {
    for (const waitMs of [1_000, 1_500, 2_500, 4_500]) {
      await canvas.findByText(/^waiting/);
      await clock.advance(waitMs);
    }
    await canvas.findByText('open');
    await server.send('proof');
    await canvas.findByText('proof');
    await server.drop();
    await canvas.findByText(/^waiting/);
    const made = madeBy(id);
    await clock.advance(999);
    await expect(madeBy(id)).toBe(made);
    await clock.advance(1);
    await expect(madeBy(id)).toBe(made + 1);
  },
});

/** Unmounted while it waits: no timer is left, and no socket is made. */
export const UnmountedWhileWaiting = meta.story({
  args: { random: half },
  parameters: paused,
  play: async ({ canvas, clock, id, mount, server }) => {
    await mount();
    await canvas.findByText('open');
    await server.drop();
    await canvas.findByText(/^waiting 1006/);
    const made = madeBy(id);
    await mount(<p>Another page</p>);
    await clock.advance(60_000);
    await expect(madeBy(id)).toBe(made);
  },
});
