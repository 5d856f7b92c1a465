/** Which way each thing went, in the Timeline and in the Sequence. */
import { expect, test } from 'vitest';
import { directionOf } from './describe.ts';
import { toArrows } from './sequence.ts';
import { hasLeak, NO_STATUS } from './status.ts';
import { closed, failed, made, opened, stateAfter, text } from './testing.ts';

test('each event has the direction in which it went', () => {
  const events = [
    made(1, 0),
    ...opened(1, 1),
    text(1, 2, 'in', 'to the page'),
    text(1, 3, 'out', 'to the server'),
    ...closed(1, 4, 1000),
    made(2, 5),
    ...failed(2, 6),
  ];
  const { rows } = stateAfter(events);
  expect(Array.from(rows, ({ event }) => [event.type, directionOf(event)])).toEqual([
    ['made', 'out'],
    ['open', 'in'],
    ['message', 'in'],
    ['message', 'out'],
    ['state', undefined],
    ['close', 'in'],
    ['made', 'out'],
    ['error', undefined],
    ['close', 'in'],
  ]);
  expect(toArrows(rows).map(({ to, fate }) => [to, fate])).toEqual([
    ['server', 'arrived'],
    ['page', 'arrived'],
    ['page', 'arrived'],
    ['server', 'arrived'],
    [undefined, 'arrived'],
    ['page', 'arrived'],
    ['server', 'arrived'],
    ['server', 'arrived'],
    [undefined, 'lost'],
    ['page', 'refused'],
  ]);
});

test('what a pattern holds is a leak only once it has left the page', () => {
  const held = [{ kind: 'interval' }] as never;
  expect(hasLeak({ ...NO_STATUS, isMounted: true, held })).toBe(false);
  expect(hasLeak({ ...NO_STATUS, isMounted: false, held })).toBe(true);
  expect(hasLeak({ ...NO_STATUS, isMounted: false })).toBe(false);
});
