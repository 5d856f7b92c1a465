import { expect, test } from 'vitest';
import { choose, EMPTY_TABLE, replace, TRAIL_LIMIT, update, type TableState } from './live-rows.ts';

const FULL = replace(EMPTY_TABLE, { b: 2, a: 1 });
const change = (table: TableState, values: Readonly<Record<string, unknown>>, count = 1) =>
  update(table, new Map(Object.entries(values)), count);
const valuesOf = ({ rows }: TableState) =>
  Object.fromEntries(Object.entries(rows).map(([name, { value }]) => [name, value]));

test('a snapshot replaces all rows, in the order of their names', () => {
  expect(FULL).toMatchObject({ names: ['a', 'b'], chosen: 'a', trail: [1] });
  const next = replace(FULL, { c: 3, a: 1 });
  expect(valuesOf(next)).toEqual({ a: 1, c: 3 });
  expect(next.names).toEqual(['a', 'c']);
});

test('says how far a value is from the one that was shown, and how many changes there were', () => {
  const next = change(FULL, { a: 4 }, 2);
  expect(next.rows['a']).toEqual({ value: 4, change: 3 });
  expect(next.updates).toBe(2);
});

test('rows that do not change keep their object, and the names theirs', () => {
  const next = change(FULL, { a: 5, b: 2 });
  expect(next.rows['b']).toBe(FULL.rows['b']);
  expect(next.names).toBe(FULL.names);
});

test('a delta may bring another row', () => {
  expect(change(FULL, { aa: 7 }).names).toEqual(['a', 'aa', 'b']);
});

test.for(['3', null, {}])('leaves out a value that is no number: %s', (value) => {
  expect(valuesOf(change(FULL, { a: value }))).toEqual({ a: 1, b: 2 });
  expect(replace(EMPTY_TABLE, { a: value }).names).toEqual([]);
});

test('follows the row that is chosen, so far as there is room', () => {
  let table = choose(FULL, 'a');
  expect(table.trail).toEqual([1]);
  for (let value = 1; value <= TRAIL_LIMIT; value += 1) table = change(table, { a: value });
  expect(table.trail).toHaveLength(TRAIL_LIMIT);
  expect(table.trail.at(-1)).toBe(TRAIL_LIMIT);
  expect(choose(table, 'b').trail).toEqual([2]);
  expect(choose(table, 'none').trail).toEqual([]);
});
