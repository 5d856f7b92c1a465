import { expect, test } from 'vitest';
import { reconcile, type Bubble } from './bubbles.ts';

const bubble = (id: string, state: Bubble['state'], text = `text ${id}`): Bubble => ({
  id,
  text,
  state,
});
/** The list after each of these, as `id text state`. */
function steps(...changes: readonly Bubble[]): string[][] {
  let bubbles: readonly Bubble[] = [];
  return changes.map((change) => {
    bubbles = reconcile(bubbles, change);
    return bubbles.map(({ id, text, state }) => `${id} ${text} ${state}`);
  });
}

test('ack, then echo: one bubble at each step, and the text is the server’s in the end', () => {
  const waiting = bubble('1', 'waiting', 'hello');
  const sent = bubble('1', 'sent', 'hello');
  const acknowledged = bubble('1', 'acknowledged', 'hello');
  expect(steps(waiting, sent, acknowledged, bubble('1', 'shown', 'Hello!'))).toEqual([
    ['1 hello waiting'],
    ['1 hello sent'],
    ['1 hello acknowledged'],
    ['1 Hello! shown'],
  ]);
});

test('echo, then ack: one bubble at each step, and the ack takes nothing back', () => {
  const sent = bubble('1', 'sent', 'hello');
  const acknowledged = bubble('1', 'acknowledged', 'hello');
  expect(steps(sent, bubble('1', 'shown', 'Hello!'), acknowledged)).toEqual([
    ['1 hello sent'],
    ['1 Hello! shown'],
    ['1 Hello! shown'],
  ]);
});

test('two messages with the same text are two bubbles', () => {
  const [, last] = steps(bubble('1', 'sent', 'hello'), bubble('2', 'shown', 'hello'));
  expect(last).toEqual(['1 hello sent', '2 hello shown']);
});

test('a message stays in its place', () => {
  const last = steps(bubble('1', 'sent'), bubble('2', 'shown'), bubble('1', 'shown')).at(-1);
  expect(last).toEqual(['1 text 1 shown', '2 text 2 shown']);
});

test('a message that is rejected is gone', () => {
  const last = steps(bubble('1', 'sent'), bubble('2', 'sent'), bubble('1', 'rejected')).at(-1);
  expect(last).toEqual(['2 text 2 sent']);
});

test('keeps the newest hundred', () => {
  const many = Array.from({ length: 101 }, (_, id) => bubble(`${id}`, 'shown'));
  const last = steps(...many).at(-1);
  expect(last).toHaveLength(100);
  expect(last?.[0]).toBe('1 text 1 shown');
});
