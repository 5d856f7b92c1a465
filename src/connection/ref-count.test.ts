import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refCount } from './ref-count.ts';

const end = vi.fn();
const start = vi.fn(() => end);
const onChange = vi.fn<(users: number, endsAt: number | undefined) => void>();
const count = () => refCount({ start, onChange, lingerMs: 100 });

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

test('starts for the first user, and ends a moment after the last has left', () => {
  const acquire = count();
  expect(start).not.toHaveBeenCalled();
  const [one, other] = [acquire(), acquire()];
  one();
  vi.advanceTimersByTime(1_000);
  expect(end).not.toHaveBeenCalled();
  other();
  vi.advanceTimersByTime(99);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(end).toHaveBeenCalledOnce();
  expect(start).toHaveBeenCalledOnce();
});

test('stays for a user who comes within that moment, and starts again for one who comes later', () => {
  const acquire = count();
  acquire()();
  vi.advanceTimersByTime(99);
  const release = acquire();
  vi.advanceTimersByTime(1_000);
  expect(end).not.toHaveBeenCalled();
  release();
  vi.advanceTimersByTime(100);
  acquire();
  expect(end).toHaveBeenCalledOnce();
  expect(start).toHaveBeenCalledTimes(2);
});

test('counts a user who leaves twice once', () => {
  const acquire = count();
  const one = acquire();
  acquire();
  one();
  one();
  vi.advanceTimersByTime(1_000);
  expect(end).not.toHaveBeenCalled();
});

test('says how many users there are, and when it ends', () => {
  const acquire = count();
  const [one, other] = [acquire(), acquire()];
  one();
  other();
  expect(onChange.mock.calls).toEqual([
    [1, undefined],
    [2, undefined],
    [1, undefined],
    [0, 100],
  ]);
});

test('has no user where it could not start', () => {
  const acquire = count();
  start.mockImplementationOnce(() => {
    throw new SyntaxError('no URL');
  });
  expect(acquire).toThrow('no URL');
  expect(onChange).not.toHaveBeenCalled();
  acquire()();
  vi.advanceTimersByTime(100);
  expect(end).toHaveBeenCalledOnce();
});
