/** A sample of the table of libraries, run again: a cell that is no longer true fails. */
import './install-first.ts';
import { expect, test } from 'vitest';
import { columns } from '../../stories/libraries/columns.ts';
import { RESULTS } from '../../stories/libraries/read-results.ts';
import { SCENARIOS } from '../../stories/libraries/scenarios/all.ts';
import { runCell } from './run-cell.tsx';

/** So many of each column, which lie apart. All together are each scenario twice. */
const EACH = 4;
const APART = Math.floor(SCENARIOS.length / EACH);

const SAMPLE = columns.flatMap((column, index) =>
  SCENARIOS.filter((_, row) => (row + index) % APART === 0).map(
    (scenario) => [column.key, scenario.id, column, scenario] as const,
  ),
);

test.for(SAMPLE)('%s, %s', async ([, , { key, contender, setup }, scenario]) => {
  const cell = await runCell(contender, setup, scenario);
  expect(cell).toEqual(RESULTS.cells[key]?.[scenario.id]);
});
