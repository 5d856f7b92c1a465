import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRequests, type RequestsOptions } from './requests.ts';

const onLate = vi.fn();
let isOpen: boolean;
let sent: { readonly type: string; readonly id: string; readonly body?: unknown }[];
let pending: number;

function create(options: Partial<RequestsOptions> = {}) {
  return createRequests({
    send: (message) => isOpen && sent.push(JSON.parse(message) as (typeof sent)[number]) > 0,
    onPending: (count) => (pending = count),
    onLate,
    timeoutMs: 100,
    ...options,
  });
}
const reply = (id: string | undefined, body: unknown) =>
  JSON.stringify({ type: 'reply', id, body });
const typesSent = () => sent.map(({ type }) => type);

beforeEach(() => {
  vi.useFakeTimers();
  isOpen = true;
  sent = [];
  pending = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('each reply goes to its own request, in whatever order it comes', async () => {
  const { request, heard } = create();
  const one = request('one');
  const two = request('two');
  expect(sent).toMatchObject([
    { type: 'request', body: 'one' },
    { type: 'request', body: 'two' },
  ]);
  expect(pending).toBe(2);
  expect(heard(reply(sent[1]?.id, 'second'))).toBe(true);
  expect(heard(reply(sent[0]?.id, 'first'))).toBe(true);
  expect(await Promise.all([one, two])).toEqual(['first', 'second']);
  expect(pending).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a failure rejects with what the server says', async () => {
  const { request, heard } = create();
  const asked = request('one');
  heard(JSON.stringify({ type: 'failure', id: sent[0]?.id, reason: 'no such place' }));
  await expect(asked).rejects.toThrow('no such place');
});

test('after the deadline it rejects, tells the server, and reports the late reply', async () => {
  const { request, heard } = create();
  const asked = request('one');
  vi.advanceTimersByTime(99);
  expect(pending).toBe(1);
  vi.advanceTimersByTime(1);
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(typesSent()).toEqual(['request', 'abort']);
  expect(sent[1]?.id).toBe(sent[0]?.id);
  expect(onLate).not.toHaveBeenCalled();
  expect(heard(reply(sent[0]?.id, 'late'))).toBe(true);
  expect(onLate).toHaveBeenCalledExactlyOnceWith(sent[0]?.id);
});

test('a reply that comes twice is late the second time', async () => {
  const { request, heard } = create();
  const asked = request('one');
  heard(reply(sent[0]?.id, 'first'));
  heard(reply(sent[0]?.id, 'second'));
  expect(await asked).toBe('first');
  expect(onLate).toHaveBeenCalledOnce();
});

test('an abort rejects with its reason, and tells the server', async () => {
  const { request } = create();
  const controller = new AbortController();
  const asked = request('one', controller.signal);
  controller.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  expect(typesSent()).toEqual(['request', 'abort']);
  expect(vi.getTimerCount()).toBe(0);
});

test('does not ask for one that is aborted already', async () => {
  const { request } = create();
  await expect(request('one', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  expect(sent).toEqual([]);
});

test('takes signals that are put together, and a time of its own', async () => {
  vi.useRealTimers();
  const { request, stop } = create({ timeoutMs: 60_000 });
  const { signal } = new AbortController();
  const asked = request('one', AbortSignal.any([signal, AbortSignal.timeout(1)]));
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(pending).toBe(0);
  stop();
});

test('listens to a signal no longer than it waits', async () => {
  const { request, heard } = create();
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  const asked = request('one', signal);
  heard(reply(sent[0]?.id, 'first'));
  await asked;
  expect(removed.mock.calls).toEqual(added.mock.calls);
});

test('the end of the socket ends everything that was asked on it', async () => {
  const { request, ended, heard } = create();
  const asked = Promise.allSettled([request('one'), request('two')]);
  ended();
  expect(pending).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(await asked).toMatchObject([
    { status: 'rejected', reason: { name: 'NetworkError' } },
    { status: 'rejected', reason: { name: 'NetworkError' } },
  ]);
  expect(typesSent()).toEqual(['request', 'request']);
  heard(reply(sent[0]?.id, 'late'));
  expect(onLate).toHaveBeenCalledOnce();
});

test('without an open socket it rejects at once, and keeps nothing', async () => {
  const { request } = create();
  isOpen = false;
  await expect(request('one')).rejects.toMatchObject({ name: 'NetworkError' });
  expect(pending).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('stop gives up every request, and tells the server', async () => {
  const { request, stop } = create();
  const asked = request('one');
  stop();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(typesSent()).toEqual(['request', 'abort']);
  expect(vi.getTimerCount()).toBe(0);
});

test('leaves other messages to the application', () => {
  const { heard } = create();
  expect(heard('{"type":"message","id":"1"}')).toBe(false);
  expect(heard('hello')).toBe(false);
});
