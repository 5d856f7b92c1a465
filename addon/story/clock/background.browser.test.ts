/**
 * Timers of a page that is not seen. The figures are Chromium 156's own, measured in a hidden tab: what is
 * due comes at the next whole second; a chain of timers once a minute, once the page has been hidden for
 * five; a timer of no delay at once.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Circumstances } from '../circumstances.ts';
import { VirtualClock } from './virtual-clock.ts';

const MINUTE_MS = 60_000;

let page: Circumstances;
let clock: VirtualClock;
beforeEach(() => {
  page = new Circumstances();
  clock = new VirtualClock(page);
});
afterEach(() => {
  page.dispose();
  clock.dispose();
});

/** When each run of something came. */
function record() {
  const times: number[] = [];
  return { times, run: () => void times.push(clock.now) };
}

test('single timers come at the next whole second, one of no delay at once', async () => {
  await clock.advance(300);
  page.hide();
  const { times, run } = record();
  for (const ms of [0, 1, 300, 700, 1_000, 1_500]) setTimeout(run, ms);
  await clock.advance(3_000);
  expect(times).toEqual([300, 1_000, 1_000, 1_000, 2_000, 2_000]);
});

test('a chain comes once a second, and once a minute after five minutes', async () => {
  page.hide();
  const { times, run } = record();
  const beat = () => {
    run();
    setTimeout(beat, 250);
  };
  setTimeout(beat, 250);
  await clock.advance(5 * MINUTE_MS);
  expect(times.slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
  expect(times).toHaveLength(300);
  times.splice(0);
  await clock.advance(2 * MINUTE_MS);
  expect(times).toEqual([6 * MINUTE_MS, 7 * MINUTE_MS]);
});

test('so does an interval, and what a chain has not led to still comes at its second', async () => {
  page.hide();
  const interval = record();
  const id = setInterval(interval.run, 30_000);
  await clock.advance(6 * MINUTE_MS);
  interval.times.splice(0);
  const single = record();
  setTimeout(single.run, 2_500);
  await clock.advance(2 * MINUTE_MS);
  clearInterval(id);
  expect(interval.times).toEqual([7 * MINUTE_MS, 8 * MINUTE_MS]);
  expect(single.times).toEqual([6 * MINUTE_MS + 3_000]);
});

test('what is held back runs when the page is shown, unless it has been cleared', async () => {
  await clock.advance(10);
  page.hide();
  const { times, run } = record();
  setTimeout(run, 100);
  const cleared = setTimeout(run, 100);
  await clock.advance(200);
  clearTimeout(cleared);
  expect(times).toEqual([]);
  page.show();
  await clock.advance(0);
  expect(times).toEqual([210]);
});

test('a page that is not throttled runs them all at their time', async () => {
  page.hide({ throttled: false });
  const { times, run } = record();
  for (const ms of [100, 1_500]) setTimeout(run, ms);
  await clock.advance(2_000);
  expect(times).toEqual([100, 1_500]);
});

test('a hidden page has no animation frames, until it is shown', async () => {
  page.hide();
  const { times, run } = record();
  requestAnimationFrame(run);
  await clock.advance(1_000);
  expect(times).toEqual([]);
  page.show();
  await clock.advance(16);
  expect(times).toHaveLength(1);
});

test('a frozen page runs none, until it is resumed', async () => {
  page.leave();
  const { times, run } = record();
  for (const ms of [0, 100, 2_000]) setTimeout(run, ms);
  await clock.advance(1_000);
  expect(times).toEqual([]);
  page.comeBack();
  await clock.advance(2_000);
  expect(times).toEqual([1_000, 1_000, 2_000]);
});
