import { expect, test } from 'vitest';
import { Instruments } from '../instruments.ts';

test.for(['first', 'second'])('the clock of the %s story follows its own page', async () => {
  const instruments = await Instruments.open({ clock: 'paused', storyId: 'clock' });
  const { clock, page } = instruments;
  page.hide();
  let frames = 0;
  requestAnimationFrame(() => (frames += 1));
  await clock.advance(1_000);
  expect(frames).toBe(0);
  page.show();
  await clock.advance(16);
  expect(frames).toBe(1);
  instruments.close();
});
