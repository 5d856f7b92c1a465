import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProbe } from './probe.ts';

const send = vi.fn();
const onSilent = vi.fn();
const create = () => createProbe(send, { timeoutMs: 20, onSilent });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('asks once at a time, and says when no answer comes', () => {
  const probe = create();
  probe.ask();
  probe.ask();
  expect(send).toHaveBeenCalledExactlyOnceWith('ping');
  vi.advanceTimersByTime(20);
  expect(onSilent).toHaveBeenCalledOnce();
  probe.ask();
  expect(send).toHaveBeenCalledTimes(2);
});

test.for(['heard', 'stop'] as const)('%s ends the wait and leaves no timer', (end) => {
  const probe = create();
  probe.ask();
  probe[end]();
  vi.advanceTimersByTime(100);
  expect(onSilent).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
