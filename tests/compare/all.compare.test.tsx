/** Every library in every scenario: `npm run compare`, which writes what comes out into the page's results. */
import './install-first.ts';
import { commands } from 'vitest/browser';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { columns } from '../../stories/libraries/columns.ts';
import type { Cell } from '../../stories/libraries/results.ts';
import { SCENARIOS } from '../../stories/libraries/scenarios/all.ts';
import { runCell } from './run-cell.tsx';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the cells are written. */
    compareFile: string;
  }
}

const cells: Record<string, Record<string, Cell>> = {};

describe.for(columns)('$key', ({ key, contender, setup }) => {
  test.for(SCENARIOS)('$id', async (scenario) => {
    const cell = await runCell(contender, setup, scenario);
    (cells[key] ??= {})[scenario.id] = cell;
    if (!scenario.isOnRealServer) return;
    const real = await runCell(contender, setup, scenario, inject('liveServerUrl'));
    expect(real.verdict, `a real server says ${real.says}, a simulated one ${cell.says}`).toBe(
      cell.verdict,
    );
  });
});

afterAll(async () => {
  await commands.writeFile(inject('compareFile'), JSON.stringify(cells));
});
