import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendWhenRoom, type RoomOptions } from './send-when-room.ts';

const OPEN = 1;
const CLOSED = 3;
let socket: { bufferedAmount: number; readyState: WebSocket['readyState'] };
let log: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', { OPEN });
  log = [];
  socket = { bufferedAmount: 0, readyState: OPEN };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const PIECE_BYTES = 10;

async function send(piece: string, options: RoomOptions = {}): Promise<void> {
  const send = () => {
    socket.bufferedAmount += PIECE_BYTES;
    log.push(`sent ${piece}`);
  };
  const target = {
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    get readyState() {
      return socket.readyState;
    },
    send,
  };
  sendWhenRoom(target, piece, { highBytes: 100, pollMs: 10, ...options }).then(
    () => log.push(`done ${piece}`),
    (error: unknown) => log.push(String(error)),
  );
  await vi.advanceTimersByTimeAsync(0);
}

test('sends at once where there is room, and sets no timer', async () => {
  socket.bufferedAmount = 100;
  await send('a');
  expect(log).toEqual(['sent a', 'done a']);
  expect(vi.getTimerCount()).toBe(0);
});

test('waits until no more than the high mark is waiting', async () => {
  socket.bufferedAmount = 101;
  await send('a');
  await vi.advanceTimersByTimeAsync(50);
  expect(log).toEqual([]);
  socket.bufferedAmount = 100;
  await vi.advanceTimersByTimeAsync(9);
  expect(log).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(['sent a', 'done a']);
});

test('two callers never add in the same gap', async () => {
  socket.bufferedAmount = 101;
  await send('a');
  await send('b');
  socket.bufferedAmount = 100;
  // Both timers run before either caller goes on.
  vi.advanceTimersByTime(10);
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(['sent a', 'done a']);
  expect(socket.bufferedAmount).toBe(100 + PIECE_BYTES);
});

test('an abort ends the wait at once, with its reason, and leaves no timer and no listener', async () => {
  socket.bufferedAmount = 101;
  const controller = new AbortController();
  const remove = vi.spyOn(controller.signal, 'removeEventListener');
  await send('a', { signal: controller.signal });
  controller.abort(new Error('stopped'));
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(['Error: stopped']);
  expect(vi.getTimerCount()).toBe(0);
  expect(remove).toHaveBeenCalledOnce();
});

test('an abort in the moment when there is room again sends nothing', async () => {
  socket.bufferedAmount = 101;
  const controller = new AbortController();
  await send('a', { signal: controller.signal });
  socket.bufferedAmount = 0;
  vi.advanceTimersByTime(10);
  controller.abort(new Error('stopped'));
  await vi.advanceTimersByTimeAsync(0);
  expect(log).toEqual(['Error: stopped']);
});

test('rejects where it was aborted before', async () => {
  await send('a', { signal: AbortSignal.abort(new Error('before')) });
  expect(log).toEqual(['Error: before']);
});

test('rejects where the socket is not open, and where it ends meanwhile', async () => {
  socket.readyState = CLOSED;
  await send('a');
  expect(log).toEqual(['NetworkError: The socket is not open.']);
  socket = { bufferedAmount: 1_000_000, readyState: OPEN };
  await send('b');
  socket.readyState = CLOSED;
  await vi.advanceTimersByTimeAsync(10);
  expect(log).toEqual(Array(2).fill('NetworkError: The socket is not open.'));
  expect(vi.getTimerCount()).toBe(0);
});
