import type { HandshakePolicy } from '../../../mocks/socket-server.ts';
import type { Held } from '../../leaks/held.ts';
import type { Warning } from '../../story/warnings/warning.ts';
import type { ReplayStatus } from './replay-status.ts';

/** A server of a story's sockets, as far as its verbs depend on it. */
export interface ServerStatus {
  readonly policy: HandshakePolicy;
  /** How many connections wait for the answer to their handshake. */
  readonly connecting: number;
  readonly open: number;
  readonly closing: number;
  /** How many have ended since the story began. */
  readonly ended: number;
  /** How many of those that have not ended are silent. */
  readonly stalled: number;
  /** The behaviour that was chosen for it in the panel. */
  readonly behaviour?: string;
}

export interface Unanswered {
  readonly url: string;
  /** Whether it was refused. Otherwise it went to the network. */
  readonly isRefused: boolean;
}

/** How a story stands at this moment. */
export interface Status {
  readonly openSockets: number;
  /** Missing in a story that has no server. Where it has several, all of them together. */
  readonly server?: ServerStatus;
  /** Each of several servers, by its name. Empty where the story has one. */
  readonly servers: Readonly<Record<string, ServerStatus>>;
  /** The sockets that no server answers, by URL: some of them, where there are many. */
  readonly unanswered: readonly Unanswered[];
  /** Whether the pattern is on the page: what it still holds when it is not is a leak. */
  readonly isMounted: boolean;
  readonly held: readonly Held[];
  /** What the lab takes for a mistake. */
  readonly warnings: readonly Warning[];
  /** What the pattern says of itself, where it shows a status: `reconnecting`. */
  readonly patternStatus?: string;
  /** Of the recording that the server replays, where the panel has given it one. */
  readonly replay?: ReplayStatus;
  /** What the server could not do, as a message. */
  readonly problem?: string;
  /** Whether the live server is gone, and with it every connection. */
  readonly isServerLost?: boolean;
}

export const NO_STATUS: Status = {
  openSockets: 0,
  servers: {},
  unanswered: [],
  isMounted: true,
  held: [],
  warnings: [],
};

/** Whether a pattern that has left the page still holds something. */
export function hasLeak({ isMounted, held }: Status): boolean {
  return !isMounted && held.length > 0;
}
