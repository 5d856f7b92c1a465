/**
 * What a connection is doing: the one vocabulary of all patterns. A pattern may add members of its own;
 * it never makes a status out of two events.
 */
export type Status =
  /** The handshake is under way. `attempt` counts from 1 since the last proof that the line works. */
  | { readonly state: 'connecting'; readonly attempt: number }
  | { readonly state: 'open' }
  /** The connection has ended, and another attempt follows at `retryAt` (milliseconds since 1970). */
  | {
      readonly state: 'waiting';
      readonly attempt: number;
      readonly retryAt: number;
      /** How long the whole wait is, in milliseconds. */
      readonly waitMs: number;
      readonly code: number;
      readonly reason: string;
    }
  /** The closing handshake is under way. */
  | { readonly state: 'closing' }
  /** The connection has ended, and nothing follows. `code` is 1006 where no Close frame came. */
  | { readonly state: 'closed'; readonly code: number; readonly reason: string };

export const CONNECTING: Status = { state: 'connecting', attempt: 1 };
export const OPEN: Status = { state: 'open' };
export const CLOSING: Status = { state: 'closing' };

/** The status after a `close` event that nothing follows. */
export function closedBy({ code, reason }: Pick<CloseEvent, 'code' | 'reason'>): Status {
  return { state: 'closed', code, reason };
}
