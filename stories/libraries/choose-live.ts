import { columns } from './columns.ts';
import type { LiveProps } from './LiveContender.tsx';
import { RESULTS } from './read-results.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** The scenarios that a story can play. */
export const PLAYED = SCENARIOS.filter(({ isOnlyInTests }) => !isOnlyInTests);

/**
 * The column, the scenario and the recorded cell of a story. A setup that the library does not have is its
 * defaults; a scenario that does not exist is the first.
 * @throws {Error} for a library that does not exist
 */
export function chooseLive({ library, setup, scenario }: LiveProps) {
  const own = columns.filter(({ contender }) => contender.id === library);
  const column = own.find((each) => each.setup === setup) ?? own[0];
  const row = PLAYED.find(({ id }) => id === scenario) ?? PLAYED[0];
  if (!column || !row) throw new Error(`There is no library ${library}.`);
  return { column, row, recorded: RESULTS.cells[column.key]?.[row.id] };
}
