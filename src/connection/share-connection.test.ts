import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected, type KeepConnectedOptions } from './keep-connected.ts';
import { shareConnection } from './share-connection.ts';

vi.mock('./keep-connected.ts');

const made: KeepConnectedOptions[] = [];
const connection = {
  send: vi.fn(() => true),
  proven: vi.fn(),
  pause: vi.fn(),
  retryIn: vi.fn(),
  leave: vi.fn(),
};
const onEnd = vi.fn();
const onStatus = vi.fn();
const share = () => shareConnection('ws://lab.test', { lingerMs: 100, onStatus, onEnd });
const says = (data: string) => made.at(-1)?.onMessage?.(new MessageEvent('message', { data }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(keepConnected).mockImplementation((_url, options) => {
    made.push(options);
    return connection as unknown as ReturnType<typeof keepConnected>;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  made.length = 0;
});

test('connects for the first user, and leaves a moment after the last', () => {
  const { join } = share();
  expect(made).toEqual([]);
  const [one, other] = [join(vi.fn()), join(vi.fn())];
  one();
  other();
  expect(connection.leave).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(connection.leave).toHaveBeenCalledOnce();
  expect(onEnd).toHaveBeenCalledOnce();
  expect(made).toHaveLength(1);
});

test('tells each message to each user who is there, and to two who share a function', () => {
  const { join } = share();
  const hear = vi.fn();
  const leave = join(hear);
  join(hear);
  says('both');
  expect(hear).toHaveBeenCalledTimes(2);
  leave();
  says('one');
  expect(hear).toHaveBeenCalledTimes(3);
  expect(connection.proven).toHaveBeenCalledTimes(2);
});

test('tells the others what one of them fails to handle, and reports the error', () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const { join } = share();
  const error = new Error('in a component');
  const hear = vi.fn();
  join(() => {
    throw error;
  });
  join(hear);
  says('to all');
  expect(hear).toHaveBeenCalledExactlyOnceWith('to all');
  expect(reportError).toHaveBeenCalledExactlyOnceWith(error);
});

const waits = (ms: number) =>
  made.at(-1)?.onStatus({
    state: 'waiting',
    attempt: 1,
    retryAt: Date.now() + ms,
    waitMs: ms,
    code: 1006,
    reason: '',
  });

test('makes no attempt while no one is there, and goes on with the wait for the next user', () => {
  const { join } = share();
  const leave = join(vi.fn());
  waits(520);
  expect(connection.pause).not.toHaveBeenCalled();
  leave();
  expect(connection.pause).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(50);
  join(vi.fn());
  expect(connection.retryIn).toHaveBeenCalledExactlyOnceWith(470);
  join(vi.fn());
  expect(connection.retryIn).toHaveBeenCalledOnce();
});

test('an open connection stays as it is while no one is there, and so does the next one', () => {
  const { join } = share();
  const leave = join(vi.fn());
  waits(520);
  made.at(-1)?.onStatus({ state: 'open' });
  leave();
  join(vi.fn())();
  waits(520);
  vi.advanceTimersByTime(100);
  join(vi.fn());
  expect(connection.retryIn).not.toHaveBeenCalled();
});

test('sends nothing before the first user', () => {
  const { join, send } = share();
  expect(send('too early')).toBe(false);
  join(vi.fn());
  expect(send('now')).toBe(true);
});
