import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A bucket that never runs out must fail a test, and not stop it. */
const MOST = 100;
const takeAll = (take: () => boolean) => {
  let count = 0;
  while (count < MOST && take()) count += 1;
  return count;
};

test('holds so many tokens, and no more however long it waits', () => {
  const { take, count } = createTokenBucket({ capacity: 3, perSecond: 2 });
  expect(takeAll(take)).toBe(3);
  expect(count()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(count()).toBe(3);
  expect(takeAll(take)).toBe(3);
});

test('gets its tokens back at a steady pace', () => {
  const { take, count } = createTokenBucket({ capacity: 3, perSecond: 2 });
  takeAll(take);
  vi.advanceTimersByTime(499);
  expect(take()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(count()).toBeCloseTo(1);
  expect(take()).toBe(true);
  expect(take()).toBe(false);
});

test('says how long to wait, and there is a token then', () => {
  const { take, waitMs } = createTokenBucket({ capacity: 1, perSecond: 3 });
  expect(waitMs()).toBe(0);
  takeAll(take);
  expect(waitMs()).toBe(334);
  vi.advanceTimersByTime(waitMs());
  expect(take()).toBe(true);
});

test('in no second go more than the capacity and the pace together', () => {
  const { take, waitMs } = createTokenBucket({ capacity: 5, perSecond: 5 });
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    vi.advanceTimersByTime(waitMs());
    if (take()) times.push(performance.now());
  }
  const inSecondFrom = (start: number) =>
    times.filter((time) => time >= start && time < start + 1_000).length;
  expect(Math.max(...times.map(inSecondFrom))).toBeLessThanOrEqual(10);
  expect(times.length).toBe(100);
});
