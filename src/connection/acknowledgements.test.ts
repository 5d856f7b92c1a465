import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAcknowledgements, type AcknowledgementOptions } from './acknowledgements.ts';
import type { OwnMessage } from './own-messages.ts';

const onOverdue = vi.fn();
let isWritable: boolean;
let sent: { readonly id: string; readonly body: string }[];
let latest: Map<string, OwnMessage>;
let due: number;

function create(options: Partial<AcknowledgementOptions> = {}) {
  return createAcknowledgements({
    send: (message) => isWritable && sent.push(JSON.parse(message) as (typeof sent)[number]) > 0,
    onChange(message, count) {
      latest.set(message.text, message);
      due = count;
    },
    onOverdue,
    ackTimeoutMs: 100,
    ...options,
  });
}
const bodies = () => sent.map(({ body }) => body);
const states = () => [...latest.values()].map(({ text, state }) => `${text} ${state}`);
const answer = (type: string, id: string | undefined) =>
  JSON.stringify({ type, id, reason: 'no spam' });

beforeEach(() => {
  vi.useFakeTimers();
  isWritable = true;
  sent = [];
  latest = new Map();
  due = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('keeps what it is given until the socket is open, and sends it in order', () => {
  const { add, opened } = create();
  add('a');
  add('b');
  expect(bodies()).toEqual([]);
  expect(states()).toEqual(['a waiting', 'b waiting']);
  expect(vi.getTimerCount()).toBe(0);
  opened();
  add('c');
  expect(bodies()).toEqual(['a', 'b', 'c']);
  expect(states()).toEqual(['a sent', 'b sent', 'c sent']);
});

test('keeps what was sent until its ack, and sends it again under the same id', () => {
  const { add, opened, ended, heard } = create();
  opened();
  const a = add('a');
  const b = add('b');
  expect(heard(answer('ack', a))).toBe(true);
  expect(states()).toEqual(['a acknowledged', 'b sent']);
  ended();
  expect(states()).toEqual(['a acknowledged', 'b waiting']);
  add('c');
  opened();
  expect(bodies()).toEqual(['a', 'b', 'b', 'c']);
  expect(sent[2]?.id).toBe(b);
  expect(due).toBe(2);
});

test('a socket that is closing takes nothing: the message waits', () => {
  const { add, opened } = create();
  opened();
  isWritable = false;
  add('a');
  expect(states()).toEqual(['a waiting']);
  expect(vi.getTimerCount()).toBe(0);
});

test('an ack that comes twice, or for another message, changes nothing', () => {
  const onChange = vi.fn();
  const { add, opened, heard } = create({ onChange });
  opened();
  const id = add('a');
  heard(answer('ack', id));
  onChange.mockClear();
  expect(heard(answer('ack', id))).toBe(true);
  expect(heard(answer('ack', 'another'))).toBe(true);
  expect(onChange).not.toHaveBeenCalled();
});

test('what the server rejects is not sent again', () => {
  const { add, opened, ended, heard } = create();
  opened();
  heard(answer('rejected', add('a')));
  expect(latest.get('a')).toMatchObject({ state: 'rejected', reason: 'no spam' });
  ended();
  opened();
  expect(bodies()).toEqual(['a']);
});

test('says that the line is dead when no answer comes; each answer gives it time again', () => {
  const { add, opened, heard } = create();
  opened();
  const a = add('a');
  vi.advanceTimersByTime(60);
  const b = add('b');
  vi.advanceTimersByTime(39);
  heard(answer('ack', a));
  vi.advanceTimersByTime(99);
  expect(onOverdue).not.toHaveBeenCalled();
  heard(answer('ack', b));
  expect(vi.getTimerCount()).toBe(0);
  add('c');
  vi.advanceTimersByTime(100);
  expect(onOverdue).toHaveBeenCalledOnce();
});

test('an answer to one message does not end the wait for the others', () => {
  const { add, opened, heard } = create();
  opened();
  const a = add('a');
  add('b');
  heard(answer('ack', a));
  vi.advanceTimersByTime(99);
  expect(onOverdue).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onOverdue).toHaveBeenCalledOnce();
});

test('a new message does not move the deadline of those before it', () => {
  const { add, opened } = create();
  opened();
  add('a');
  vi.advanceTimersByTime(60);
  add('b');
  vi.advanceTimersByTime(40);
  expect(onOverdue).toHaveBeenCalledOnce();
});

test('the end of the socket ends the deadline', () => {
  const { add, opened, ended } = create();
  opened();
  add('a');
  ended();
  expect(vi.getTimerCount()).toBe(0);
});

test('takes no more than its limit, until an ack has made room', () => {
  const { add, opened, heard } = create({ limit: 2 });
  opened();
  const a = add('a');
  add('b');
  expect(add('c')).toBeUndefined();
  heard(answer('ack', a));
  expect(add('c')).toBeDefined();
  expect(bodies()).toEqual(['a', 'b', 'c']);
});

test('takes other proof that the server has a message', () => {
  const { add, opened, ended, taken } = create();
  opened();
  taken(String(add('a')));
  taken('another');
  expect(states()).toEqual(['a acknowledged']);
  expect(vi.getTimerCount()).toBe(0);
  ended();
  opened();
  expect(bodies()).toEqual(['a']);
});

test('leaves other messages to the application', () => {
  const { heard } = create();
  expect(heard('{"type":"message","id":"1","body":"hello"}')).toBe(false);
  expect(heard('hello')).toBe(false);
});

test('gives up what is due when it stops, and leaves no timer', () => {
  const { add, opened, stop } = create();
  opened();
  add('a');
  add('b');
  latest.clear();
  stop();
  const reason = 'left before the server answered';
  expect([...latest.values()]).toMatchObject([
    { text: 'b', state: 'rejected', reason },
    { text: 'a', state: 'rejected', reason },
  ]);
  expect(due).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
