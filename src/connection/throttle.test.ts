import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from './throttle.ts';

const act = vi.fn<(value: number) => void>();
const acted = () => act.mock.calls.flat();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('hands on the first at once, then the newest each time, and the last for certain', () => {
  const { push } = createThrottle(act, 100);
  for (let time = 0; time < 250; time += 10) {
    push(time);
    vi.advanceTimersByTime(10);
  }
  expect(acted()).toEqual([0, 90, 190]);
  vi.advanceTimersByTime(50);
  expect(acted()).toEqual([0, 90, 190, 240]);
  vi.advanceTimersByTime(1_000);
  expect(acted()).toHaveLength(4);
  expect(vi.getTimerCount()).toBe(0);
});

test('hands on at once after a rest', () => {
  const { push } = createThrottle(act, 100);
  push(1);
  vi.advanceTimersByTime(100);
  push(2);
  expect(acted()).toEqual([1, 2]);
});

test('a thousand values in a second are eleven at most', () => {
  const { push } = createThrottle(act, 100);
  for (let time = 0; time < 1_000; time += 1) {
    push(time);
    vi.advanceTimersByTime(1);
  }
  expect(act.mock.calls.length).toBeLessThanOrEqual(11);
  vi.advanceTimersByTime(100);
  expect(acted().at(-1)).toBe(999);
});

test('stop forgets what waits, and leaves no timer', () => {
  const { push, stop } = createThrottle(act, 100);
  push(1);
  push(2);
  stop();
  expect(vi.getTimerCount()).toBe(0);
  push(3);
  expect(acted()).toEqual([1, 3]);
});
