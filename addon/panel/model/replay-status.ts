import type { Difference } from '../../../mocks/replay/difference.ts';

/** How the replay of a recording stands, that the panel has begun. */
export interface ReplayStatus {
  /** Messages of the server. */
  readonly sentCount: number;
  readonly messageCount: number;
  /** The first of them. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
}
