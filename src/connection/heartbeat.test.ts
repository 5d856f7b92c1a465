import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

const send = vi.fn();
const onSilent = vi.fn();
const start = () => startHeartbeat(send, { intervalMs: 100, pongTimeoutMs: 20, onSilent });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('asks once the line has been silent, and says when no answer comes', () => {
  start();
  vi.advanceTimersByTime(99);
  expect(send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(send).toHaveBeenCalledExactlyOnceWith('ping');
  vi.advanceTimersByTime(19);
  expect(onSilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onSilent).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('takes whatever arrives for an answer, and asks nothing while data flows', () => {
  const { heard } = start();
  vi.advanceTimersByTime(110);
  heard();
  for (let time = 0; time < 1_000; time += 90) {
    vi.advanceTimersByTime(90);
    heard();
  }
  expect(send).toHaveBeenCalledOnce();
  expect(onSilent).not.toHaveBeenCalled();
});

test('sets no timer for each of many messages that come together', () => {
  const { heard } = start();
  vi.advanceTimersByTime(50);
  const setTimer = vi.spyOn(globalThis, 'setTimeout');
  for (let count = 0; count < 1_000; count += 1) heard();
  expect(setTimer).toHaveBeenCalledOnce();
  setTimer.mockRestore();
  vi.advanceTimersByTime(99);
  expect(send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(send).toHaveBeenCalledOnce();
});

test('leaves no timer when it is stopped, before it asks and after', () => {
  start().stop();
  expect(vi.getTimerCount()).toBe(0);
  const { stop } = start();
  vi.advanceTimersByTime(110);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
