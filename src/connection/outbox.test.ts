import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutbox, type Outbox, type OutboxOptions, type OutboxState } from './outbox.ts';

const onDropped = vi.fn<OutboxOptions['onDropped']>();
let state: OutboxState;
let outbox: Outbox;

function open(options: Partial<OutboxOptions> = {}) {
  outbox = createOutbox({ limit: 3, onChange: (next) => (state = next), onDropped, ...options });
}
const waiting = () => state.waiting.map(({ text }) => text);
const dropped = () => onDropped.mock.calls.map(([{ text }, why]) => `${text}: ${why}`);
const add = (...texts: string[]) => texts.map((text) => outbox.add(text));

function flush(limit = Infinity): string[] {
  const sent: string[] = [];
  outbox.flush((text) => sent.length < limit && sent.push(text) > 0);
  return sent;
}

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('sends what waits in order, and each message once', () => {
  open();
  add('a', 'b', 'c');
  expect(waiting()).toEqual(['a', 'b', 'c']);
  expect(flush()).toEqual(['a', 'b', 'c']);
  expect(flush()).toEqual([]);
  expect(state).toMatchObject({ waiting: [], sent: 3, dropped: 0 });
});

test('keeps what the socket has not taken', () => {
  open();
  add('a', 'b', 'c');
  expect(flush(1)).toEqual(['a']);
  expect(waiting()).toEqual(['b', 'c']);
  add('d');
  expect(flush()).toEqual(['b', 'c', 'd']);
  expect(state.sent).toBe(4);
});

test.each([
  ['drop-oldest', [true, true], ['c', 'd', 'e'], ['a: no room', 'b: no room']],
  ['drop-newest', [true, true], ['a', 'b', 'c'], ['d: no room', 'e: no room']],
  ['refuse', [false, false], ['a', 'b', 'c'], []],
] as const)('without room, %s does what it says', (overflow, taken, kept, lost) => {
  open({ overflow });
  add('a', 'b', 'c');
  expect(add('d', 'e')).toEqual(taken);
  expect(waiting()).toEqual(kept);
  expect(dropped()).toEqual(lost);
  expect(state.dropped).toBe(lost.length);
});

test('drops a message when its time is over, and says so then', () => {
  open({ maxAgeMs: 100 });
  add('a');
  vi.advanceTimersByTime(60);
  add('b');
  vi.advanceTimersByTime(39);
  expect(dropped()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(dropped()).toEqual(['a: too old']);
  expect(waiting()).toEqual(['b']);
  vi.advanceTimersByTime(60);
  expect(waiting()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('does not send what has become too old while timers stood still', () => {
  open({ maxAgeMs: 100 });
  add('a');
  vi.setSystemTime(100);
  expect(flush()).toEqual([]);
  expect(dropped()).toEqual(['a: too old']);
});

test('an age without an end needs no timer that ends at once', () => {
  const onChange = vi.fn();
  open({ maxAgeMs: Infinity, onChange });
  add('a');
  onChange.mockClear();
  vi.advanceTimersByTime(1_000);
  expect(onChange).not.toHaveBeenCalled();
  expect(flush()).toEqual(['a']);
});

test('clear drops everything, and leaves no timer', () => {
  open();
  add('a', 'b');
  outbox.clear();
  expect(dropped()).toEqual(['a: left', 'b: left']);
  expect(waiting()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
