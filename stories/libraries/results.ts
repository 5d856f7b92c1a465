import type { Outcome } from './scenarios/scenario.ts';
import type { TraceLine } from './trace.ts';

/** What one library did in one scenario, and what its sockets did. */
export interface Cell extends Outcome {
  readonly trace: readonly TraceLine[];
}

/** What `npm run compare` writes. */
export interface Results {
  /** The day, as in `2026-11-27`. */
  readonly date: string;
  /** Of npm packages. */
  readonly versions: Readonly<Record<string, string>>;
  readonly browser: string;
  /** By the key of the column, then by the id of the row. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
}
