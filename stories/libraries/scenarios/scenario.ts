import type { Stage } from '../stage.tsx';

/** Whether the library did what its application needs; `figure` where nothing is judged. */
export type Verdict = 'good' | 'partly' | 'bad' | 'figure';

/** What one library did in one scenario. */
export interface Outcome {
  readonly verdict: Verdict;
  /** The figure that decides, with its unit: what the cell of the table says. */
  readonly says: string;
  /** All that was measured. Durations are milliseconds of the story's clock. */
  readonly figures: Readonly<Record<string, number | string | boolean | null>>;
}

/** A row of the table. */
export interface Row {
  readonly id: string;
  /** Its head. */
  readonly title: string;
  /** What the server and the page do, and what is measured. */
  readonly about: string;
  /** What is good, and what is bad. */
  readonly rule: string;
  readonly group: 'connection' | 'messages' | 'react' | 'cost';
}

export interface Scenario extends Row {
  /** Whether the figures are of a real server. Its page timers are virtual there too. @default false */
  readonly isOnRealServer?: boolean;
  /** What only a test can do: no story plays it. */
  readonly isOnlyInTests?: boolean;
  /** Whether the server asks for a token. */
  readonly hasTokens?: boolean;
  readonly run: (stage: Stage) => Promise<Outcome>;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;

/** `1.2 s`, or what is said where there is none. */
export function seconds(ms: number | undefined, none = 'never'): string {
  return ms === undefined ? none : `${(ms / SECOND_MS).toFixed(1)} s`;
}

/** Good up to one limit, in part up to another, bad beyond and where there is none. */
export function judge(value: number | undefined, good: number, partly: number): Verdict {
  if (value === undefined || value > partly) return 'bad';
  return value <= good ? 'good' : 'partly';
}
