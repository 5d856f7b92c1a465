import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startGrace, type Notice } from './grace.ts';

const onNotice = vi.fn<(notice: Notice) => void>();
const told = () => onNotice.mock.calls.flat();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('says nothing of a short loss', () => {
  const grace = startGrace(onNotice, 50);
  grace.report('up');
  grace.report('down');
  vi.advanceTimersByTime(49);
  grace.report('down');
  grace.report('up');
  vi.advanceTimersByTime(100);
  expect(told()).toEqual([]);
});

test('says once that a loss has lasted, and at once that it is over', () => {
  const grace = startGrace(onNotice, 50);
  grace.report('up');
  grace.report('down');
  vi.advanceTimersByTime(50);
  grace.report('down');
  vi.advanceTimersByTime(100);
  expect(told()).toEqual(['lost']);
  grace.report('up');
  expect(told()).toEqual(['lost', 'restored']);
});

test('says the end at once, and leaves no timer', () => {
  const grace = startGrace(onNotice, 50);
  grace.report('down');
  expect(vi.getTimerCount()).toBe(0);
  grace.report('up');
  grace.report('down');
  grace.report('over');
  expect(told()).toEqual(['failed']);
  grace.report('up');
  grace.report('down');
  grace.stop();
  expect(vi.getTimerCount()).toBe(0);
});
