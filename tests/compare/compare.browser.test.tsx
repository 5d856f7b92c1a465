/** The table of libraries, run again but for its slow cells: one that is no longer true fails. */
import './install-first.ts';
import { expect, test } from 'vitest';
import { columns } from '../../stories/libraries/columns.ts';
import { RESULTS } from '../../stories/libraries/read-results.ts';
import { SCENARIOS } from '../../stories/libraries/scenarios/all.ts';
import { runCell } from './run-cell.tsx';

/** Where a library connects more often than that, the run takes seconds: that is for `npm run compare`. */
const MANY_ATTEMPTS = 100;

const SAMPLE = columns.flatMap((column) =>
  SCENARIOS.flatMap((scenario) => {
    const recorded = RESULTS.cells[column.key]?.[scenario.id];
    const isQuick = Number(recorded?.figures['attempts'] ?? 0) <= MANY_ATTEMPTS;
    return isQuick ? [[column.key, scenario.id, column, scenario, recorded] as const] : [];
  }),
);

test.for(SAMPLE)('%s, %s', async ([, , { contender, setup }, scenario, recorded]) => {
  const cell = await runCell(contender, setup, scenario);
  expect(cell).toEqual(recorded);
});
