import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTypingSignal } from './typing-signal.ts';

const say = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  say.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

test('says it at the first key, and then at most once in three seconds', () => {
  const type = createTypingSignal(say);
  type(true);
  expect(say).toHaveBeenCalledExactlyOnceWith(true);
  vi.advanceTimersByTime(2_999);
  type(true);
  expect(say).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1);
  type(true);
  expect(say).toHaveBeenCalledTimes(2);
});

test('says the end at once, and only where the beginning was said', () => {
  const type = createTypingSignal(say);
  type(false);
  expect(say).not.toHaveBeenCalled();
  type(true);
  type(false);
  type(false);
  expect(say.mock.calls).toEqual([[true], [false]]);
  type(true);
  expect(say).toHaveBeenCalledTimes(3);
});
