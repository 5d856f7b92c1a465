import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPacedSender, type PacedSenderOptions, type Traffic } from './paced-sender.ts';
import { readJson } from './read-json.ts';

let sent: unknown[];
let traffic: Traffic;
let isWritable: boolean;

function create(options: Partial<PacedSenderOptions> = {}) {
  return createPacedSender({
    capacity: 2,
    perSecond: 2,
    send(message) {
      const { text, position } = readJson(message);
      return isWritable && sent.push(text ?? position) > 0;
    },
    onChange: (next) => (traffic = next),
    ...options,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  isWritable = true;
});
afterEach(() => void vi.useRealTimers());

test('sends what there are tokens for, and each other command when its token comes', () => {
  const { command, setOpen } = create();
  setOpen(true);
  for (const text of ['a', 'b', 'c', 'd']) command(text);
  expect(sent).toEqual(['a', 'b']);
  expect(traffic).toEqual({ tokens: 0, waiting: 2, sent: 2 });
  vi.advanceTimersByTime(499);
  expect(sent).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual(['a', 'b', 'c']);
  vi.advanceTimersByTime(500);
  expect(sent).toEqual(['a', 'b', 'c', 'd']);
  expect(vi.getTimerCount()).toBe(0);
});

test('of the positions that wait only the newest goes, once, and behind the commands', () => {
  const { command, move, setOpen } = create();
  setOpen(true);
  for (const position of [1, 2, 3, 4]) move(position);
  command('a');
  vi.advanceTimersByTime(5_000);
  expect(sent).toEqual([1, 2, 'a', 4]);
});

test('keeps everything while there is no socket', () => {
  const { command, move, setOpen } = create();
  command('a');
  move(1);
  vi.advanceTimersByTime(5_000);
  expect(sent).toEqual([]);
  setOpen(true);
  expect(sent).toEqual(['a', 1]);
  setOpen(false);
  command('b');
  expect(sent).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('a socket that is closing takes nothing: what is left goes on the next one', () => {
  const { command, move, setOpen } = create();
  setOpen(true);
  isWritable = false;
  command('a');
  move(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(traffic).toMatchObject({ waiting: 1, sent: 0 });
  isWritable = true;
  vi.advanceTimersByTime(1_000);
  setOpen(true);
  expect(sent).toEqual(['a', 1]);
});

test('takes no more commands than there is room for', () => {
  const { command } = create({ limit: 2 });
  expect(['a', 'b', 'c'].map(command)).toEqual([true, true, false]);
  expect(traffic.waiting).toBe(2);
});

test('stop leaves no timer', () => {
  const { command, setOpen, stop } = create();
  setOpen(true);
  for (const text of ['a', 'b', 'c']) command(text);
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});
