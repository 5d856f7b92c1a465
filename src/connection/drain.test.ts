import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drain } from './drain.ts';

const OPEN = 1;
const CLOSED = 3;
let socket: { bufferedAmount: number; readyState: WebSocket['readyState'] };
let outcome: string | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', { OPEN });
  socket = { bufferedAmount: 0, readyState: OPEN };
  outcome = undefined;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function follow(waiting: Promise<void>): Promise<void> {
  waiting.then(
    () => (outcome = 'room'),
    (error: unknown) => (outcome = String(error)),
  );
  await vi.advanceTimersByTimeAsync(0);
}

test('resolves at once where there is room, and sets no timer', async () => {
  socket.bufferedAmount = 100;
  await follow(drain(socket, { highBytes: 100 }));
  expect(outcome).toBe('room');
  expect(vi.getTimerCount()).toBe(0);
});

test('waits until no more than the high mark is waiting', async () => {
  socket.bufferedAmount = 101;
  await follow(drain(socket, { highBytes: 100, pollMs: 10 }));
  await vi.advanceTimersByTimeAsync(50);
  expect(outcome).toBeUndefined();
  socket.bufferedAmount = 100;
  await vi.advanceTimersByTimeAsync(9);
  expect(outcome).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome).toBe('room');
});

test('an abort ends the wait at once, with its reason, and leaves no timer and no listener', async () => {
  socket.bufferedAmount = 101;
  const controller = new AbortController();
  const remove = vi.spyOn(controller.signal, 'removeEventListener');
  await follow(drain(socket, { highBytes: 100, signal: controller.signal }));
  controller.abort(new Error('stopped'));
  await vi.advanceTimersByTimeAsync(0);
  expect(outcome).toBe('Error: stopped');
  expect(vi.getTimerCount()).toBe(0);
  expect(remove).toHaveBeenCalledOnce();
});

test('rejects where it was aborted before', async () => {
  await follow(drain(socket, { signal: AbortSignal.abort(new Error('before')) }));
  expect(outcome).toBe('Error: before');
});

test('rejects where the socket is not open, and where it ends meanwhile', async () => {
  socket.readyState = CLOSED;
  await follow(drain(socket));
  expect(outcome).toBe('NetworkError: The socket is not open.');
  socket = { bufferedAmount: 1_000_000, readyState: OPEN };
  outcome = undefined;
  await follow(drain(socket, { pollMs: 10 }));
  socket.readyState = CLOSED;
  await vi.advanceTimersByTimeAsync(10);
  expect(outcome).toBe('NetworkError: The socket is not open.');
  expect(vi.getTimerCount()).toBe(0);
});
