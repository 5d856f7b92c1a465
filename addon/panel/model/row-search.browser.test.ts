import { expect, test } from 'vitest';
import { RowList } from './row-list.ts';
import { RowSearch } from './row-search.ts';
import { made, stateAfter, text } from './testing.ts';

const rowsOf = (...contents: readonly string[]) =>
  stateAfter([made(1, 0), ...contents.map((content) => text(1, 1, 'in', content))]).rows;

const matching = (search: RowSearch, rows: RowList) =>
  Array.from(rows, (row) => search.matches(row));

test('finds what an expression matches, in rows that come later too', async () => {
  const search = new RowSearch(/^h.*o$/i);
  const rows = rowsOf('Hello', 'goodbye');
  search.look(rows);
  expect(matching(search, rows)).toEqual([undefined, undefined, undefined]);
  await expect.poll(() => matching(search, rows)).toEqual([false, true, false]);
  const more = rows.append([
    { n: 4, event: text(1, 2, 'in', 'hallo'), sinceStartMs: 2, hasOpened: true },
  ]);
  search.look(more);
  await expect.poll(() => matching(search, more)).toEqual([false, true, false, true]);
});

test('looks through more than it posts at once', async () => {
  const search = new RowSearch(/7$/);
  const large = 'x'.repeat(2 ** 20);
  const rows = rowsOf(large, `${large}7`, ...Array.from({ length: 2_500 }, (_, at) => String(at)));
  search.look(rows);
  await expect.poll(() => matching(search, rows)).not.toContain(undefined);
  expect(matching(search, rows).filter(Boolean)).toHaveLength(251);
});

test('an expression that takes for ever is stopped, and the page goes on meanwhile', async () => {
  const search = new RowSearch(/^(a+)+$/);
  search.look(rowsOf(`${'a'.repeat(60)}!`));
  await expect
    .poll(() => search.getProgress().problem)
    .toBe('The expression took longer than 1 s and was stopped.');
});

test('without an expression every row matches', () => {
  const rows = rowsOf('a', 'b');
  expect(matching(new RowSearch(undefined), rows)).toEqual([true, true, true]);
});
