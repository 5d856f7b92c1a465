import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLogin, type LoginOptions } from './login.ts';

const LOGGED_IN = '{"type":"logged-in"}';
const expires = (inMs: number) => JSON.stringify({ type: 'token-expires', inMs });
const sent = vi.fn<(message: string) => void>();
const onLoggedIn = vi.fn();
const onFailed = vi.fn();
const onExpiry = vi.fn();
let count: number;

function start(options: Partial<LoginOptions> = {}) {
  return startLogin({
    getToken: async () => `token ${++count}`,
    send: sent,
    onLoggedIn,
    onExpiry,
    onFailed,
    ...options,
  });
}

beforeEach(() => {
  count = 0;
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('sends the token once the socket is open, and not before', async () => {
  const { opened, heard } = start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).not.toHaveBeenCalled();
  opened();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveBeenCalledExactlyOnceWith('{"type":"login","token":"token 1"}');
  expect(heard(LOGGED_IN)).toBe(true);
  expect(onLoggedIn).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onFailed).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['rejects', () => Promise.reject(new Error('503'))],
  [
    'throws',
    () => {
      throw new Error('no session');
    },
  ],
])('fails once where the token function %s', async (_, getToken) => {
  const { opened } = start({ getToken });
  opened();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onFailed).toHaveBeenCalledExactlyOnceWith('no token');
  expect(vi.getTimerCount()).toBe(0);
});

test('fails once where the token function hangs, and aborts it', async () => {
  let signal: AbortSignal | undefined;
  start({
    getToken: (given) => {
      signal = given;
      return new Promise(() => {});
    },
  });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(onFailed).not.toHaveBeenCalled();
  expect(signal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(onFailed).toHaveBeenCalledExactlyOnceWith('no login in time');
  expect(signal?.aborted).toBe(true);
});

test('fails where the server does not answer the login', async () => {
  start({ timeoutMs: 100 }).opened();
  await vi.advanceTimersByTimeAsync(100);
  expect(onFailed).toHaveBeenCalledExactlyOnceWith('no login in time');
});

test.each([
  ['ten seconds before the end', 60_000, 50_000],
  ['after half of a short time', 4_000, 2_000],
  ['not at once, for an end in a year', 31_536_000_000, 2 ** 31 - 1],
])('renews the token %s', async (_, inMs, afterMs) => {
  const { opened, heard } = start();
  opened();
  await vi.advanceTimersByTimeAsync(0);
  heard(LOGGED_IN);
  expect(heard(expires(inMs))).toBe(true);
  expect(onExpiry).toHaveBeenCalledExactlyOnceWith(inMs);
  await vi.advanceTimersByTimeAsync(afterMs - 1);
  expect(sent).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveBeenLastCalledWith('{"type":"login","token":"token 2"}');
});

test('a renewal that fails ends nothing: the server does, when the token ends', async () => {
  const { opened, heard } = start({
    getToken: async () => {
      if (++count > 1) throw new Error('503');
      return 'token';
    },
  });
  opened();
  await vi.advanceTimersByTimeAsync(0);
  heard(LOGGED_IN);
  heard(expires(4_000));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(count).toBe(2);
  expect(onFailed).not.toHaveBeenCalled();
});

test.each(['hello', 'null', '{"type":"chat"}', '{"type":"token-expires"}', new ArrayBuffer(2)])(
  'leaves %s to the application',
  (data) => {
    const { heard, stop } = start();
    expect(heard(data)).toBe(false);
    stop();
  },
);

test('sends nothing and says nothing once it is stopped, and leaves no timer', async () => {
  const late = start();
  late.stop();
  late.opened();
  const { opened, heard, stop } = start();
  opened();
  await vi.advanceTimersByTimeAsync(0);
  heard(expires(1_000));
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveBeenCalledOnce();
  expect(onFailed).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
