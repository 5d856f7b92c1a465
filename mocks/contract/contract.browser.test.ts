/**
 * The contract: whatever a page does with a socket, it sees the same of the simulated one as of the
 * browser's own at a real server.
 */
import { describe, expect, inject, test } from 'vitest';
import { SCENARIOS } from './all.ts';
import { runScenario, SCENARIO_LIMIT_MS } from './run.ts';
import { real, simulated } from './subjects.ts';

const reality = real(inject('liveServerUrl'));

describe.for(Object.entries(Object.groupBy(SCENARIOS, ({ group }) => group)))(
  '%s',
  ([, scenarios]) => {
    test.for(scenarios ?? [])('$name', { timeout: 3 * SCENARIO_LIMIT_MS }, async (scenario) => {
      // One after the other: side by side they would share the page's tasks.
      const expected = await runScenario(scenario, reality);
      const actual = await runScenario(scenario, simulated);
      expect(actual.trace).toEqual(expected.trace);
      // A script that fails on both alike would compare nothing.
      expect(expected.isComplete, expected.trace.at(-1)).toBe(true);
      expect(expected.trace).not.toEqual([]);
    });
  },
);
