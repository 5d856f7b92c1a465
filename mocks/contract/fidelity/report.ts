import type { Outcome } from '../run.ts';
import type { Trace } from '../scenario.ts';

/** Both traces from where they part, shortened. */
export interface Difference {
  readonly real: Trace;
  readonly seen: Trace;
  /** Whether the scenario came to its end on this subject. */
  readonly hasEnded: boolean;
}

export interface ScenarioReport {
  readonly name: string;
  /** By subject. One that is not here has seen the same as the browser. */
  readonly differences: Readonly<Record<string, Difference>>;
}

export interface GroupReport {
  readonly name: string;
  readonly scenarios: readonly ScenarioReport[];
}

/** What one run of random scripts has found. */
export interface RandomReport {
  /** The browser and the server that the simulation was held against, with their versions. */
  readonly reality: string;
  /** Year, month and day, as in 2026-03-31. */
  readonly date: string;
  readonly scripts: number;
  /** Of the first script; each next one has the next. */
  readonly seed: number;
  readonly seconds: number;
  /** Scripts that the browser and the simulation answered differently. */
  readonly differences: number;
  /** Scripts that differed once and, run again alone, were equal: the browser answered in two ways. */
  readonly unsteady: number;
}

/** What one run of all scenarios on all subjects has found. */
export interface FidelityReport {
  /** The browser and the server that the others are held against, with their versions. */
  readonly reality: string;
  /** Year, month and day, as in 2026-03-31. */
  readonly date: string;
  readonly subjects: readonly string[];
  readonly groups: readonly GroupReport[];
  readonly random: RandomReport;
}

/** Lines shown before the first that differs, so that one sees where it is. */
const CONTEXT_LINES = 2;
const LONGEST_TRACE = 8;
const LONGEST_LINE = 120;

function lines(count: number, what: string): Trace {
  return count > 0 ? [`… ${count} ${what} ${count === 1 ? 'line' : 'lines'}`] : [];
}

function excerpt(trace: Trace, from: number): Trace {
  const shown = trace
    .slice(from, from + LONGEST_TRACE)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  return [...lines(from, 'equal'), ...shown, ...lines(trace.length - from - shown.length, 'more')];
}

/** Nothing where the two are equal. */
export function compare(real: Outcome, seen: Outcome): Difference | undefined {
  const parting = real.trace.findIndex((line, index) => line !== seen.trace[index]);
  const differsAt = parting < 0 ? real.trace.length : parting;
  if (differsAt === real.trace.length && differsAt === seen.trace.length) return undefined;
  const from = Math.max(0, differsAt - CONTEXT_LINES);
  return {
    real: excerpt(real.trace, from),
    seen: excerpt(seen.trace, from),
    hasEnded: seen.isComplete,
  };
}
