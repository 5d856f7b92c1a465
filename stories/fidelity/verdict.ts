import type { ScenarioReport } from '../../mocks/contract/fidelity/report.ts';

export type Verdict = 'equal' | 'differs' | 'did not end';

export function verdictOf({ differences }: ScenarioReport, subject: string): Verdict {
  const difference = differences[subject];
  if (!difference) return 'equal';
  return difference.hasEnded ? 'differs' : 'did not end';
}

export function countEqual(scenarios: readonly ScenarioReport[], subject: string): number {
  return scenarios.filter((scenario) => verdictOf(scenario, subject) === 'equal').length;
}
