import type { LedgerEvent, LedgerSocket } from '../../../mocks/ledger.ts';

/** What the lab has seen by itself, and takes for a mistake. */
export interface Warning {
  readonly kind: 'rendering' | 'open twice' | 'discarded' | 'loop' | 'render each' | 'token';
  /** What has happened, and what to do. */
  readonly text: string;
  /** The pitfall that shows it: its folder in the lab. */
  readonly pitfall: string;
}

/** What a detector is told, and what it may ask. */
export interface Sight {
  /** An event of one of the story's sockets. */
  readonly event: LedgerEvent;
  readonly socket: LedgerSocket;
  /** Those of the story's sockets that have not ended; this one among them, unless its time is over. */
  readonly alive: () => readonly LedgerSocket[];
}

/** Looks at one event after the other. Returns a warning when it sees the mistake. */
export type Detector = (sight: Sight) => Warning | undefined;
