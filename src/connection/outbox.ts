import { LONGEST_TIMER_MS } from './timer.ts';

/** One message that waits. `id` counts from 1, so that it can be a React key. */
export interface Queued {
  readonly id: number;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** Why a message is not sent. `left`: its address is no longer the one it was meant for. */
export type DropReason = 'no room' | 'too old' | 'left';

export interface OutboxState {
  /** Oldest first. */
  readonly waiting: readonly Queued[];
  /** How many were handed to a socket. Whether they have arrived, no one knows. */
  readonly sent: number;
  /** How many will never be sent. */
  readonly dropped: number;
}

export const EMPTY_OUTBOX: OutboxState = { waiting: [], sent: 0, dropped: 0 };

export interface OutboxOptions {
  /** How many messages wait at most. @default 100 */
  readonly limit?: number | undefined;
  /** Which message goes when there is no room: the oldest, the new one, or none. @default 'drop-oldest' */
  readonly overflow?: 'drop-oldest' | 'drop-newest' | 'refuse' | undefined;
  /** How long a message may wait: after that it is not sent. @default 60_000 */
  readonly maxAgeMs?: number | undefined;
  /** Every change, the first at once. */
  readonly onChange: (state: OutboxState) => void;
  /** This message will never be sent. `refuse` reports nothing: `add` has said so. */
  readonly onDropped: (message: Queued, why: DropReason) => void;
}

export interface Outbox {
  /** Returns whether it was taken: `false` where there is no room, and `overflow` is `refuse`. */
  readonly add: (text: string) => boolean;
  /** Sends what waits, oldest first, for as long as `send` returns `true`. */
  readonly flush: (send: (text: string) => boolean) => void;
  /** Drops what waits. */
  readonly clear: () => void;
}

/** Keeps messages until there is a socket to send them on: a bounded number, in order, for some time. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { limit = 100, overflow = 'drop-oldest', maxAgeMs = 60_000, onChange, onDropped } = options;
  let state = EMPTY_OUTBOX;
  let added = 0;
  let timer: ReturnType<typeof setTimeout>;

  function change(next: Partial<OutboxState>) {
    state = { ...state, ...next };
    clearTimeout(timer);
    const [oldest] = state.waiting;
    const ms = oldest ? oldest.addedAt + maxAgeMs - Date.now() : Infinity;
    if (oldest) timer = setTimeout(dropOld, Math.min(ms, LONGEST_TIMER_MS));
    onChange(state);
  }

  function drop(why: DropReason, isDropped: (message: Queued) => boolean) {
    const dropped = state.waiting.filter(isDropped);
    const waiting = state.waiting.filter((message) => !dropped.includes(message));
    change({ waiting, dropped: state.dropped + dropped.length });
    for (const message of dropped) onDropped(message, why);
  }

  function dropOld() {
    drop('too old', ({ addedAt }) => Date.now() - addedAt >= maxAgeMs);
  }

  onChange(state);
  return {
    add(text) {
      const isFull = state.waiting.length >= limit;
      if (isFull && overflow === 'refuse') return false;
      const message = { id: ++added, text, addedAt: Date.now() };
      change({ waiting: [...state.waiting, message] });
      const loser = overflow === 'drop-newest' ? message : state.waiting[0];
      if (isFull) drop('no room', (each) => each === loser);
      return true;
    },
    flush(send) {
      // The timer may be late: it stands still while the machine sleeps.
      dropOld();
      const kept = state.waiting.findIndex(({ text }) => !send(text));
      const count = kept === -1 ? state.waiting.length : kept;
      change({ waiting: state.waiting.slice(count), sent: state.sent + count });
    },
    clear: () => drop('left', () => true),
  };
}
