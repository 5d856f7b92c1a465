import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { Later } from '../later.ts';
import type { ServerConnection } from '../socket-server.ts';
import { onMessageOf, tell } from './protocol.ts';

export interface SnapshotOptions {
  /** What the table holds at first. @default nothing */
  readonly entries?: Readonly<Record<string, unknown>>;
  /** Milliseconds until a snapshot is sent: it says what the table held when it was asked for. @default 0 */
  readonly delayMs?: number;
}

export interface Table {
  /** What the table holds now. */
  readonly entries: Readonly<Record<string, unknown>>;
  /**
   * Sets one entry, and sends the `delta` to who has subscribed.
   * @param times how often the delta is sent: 0 leaves a gap in the numbers. @default 1
   */
  set(key: string, value: unknown, times?: number): void;
}

/**
 * Holds a table. `subscribe` is answered with `subscribed`, and from then on with a numbered `delta` for
 * each change; `fetch-snapshot` with the whole `snapshot`, and the number of the last change in it.
 *
 * @example
 * const prices = sendsSnapshotAndDeltas({ entries: { ACME: 10 }, delayMs: 200 });
 * prices(server);
 * prices.set('ACME', 11);
 */
export function sendsSnapshotAndDeltas({
  entries: initial = {},
  delayMs = 0,
}: SnapshotOptions = {}): Behaviour & Table {
  const entries: Record<string, unknown> = { ...initial };
  const subscribers = new Set<ServerConnection>();
  let seq = 0;

  const behaviour = forEachConnection((connection) => {
    const later = new Later();
    const stops = [
      onMessageOf(connection, 'subscribe', () => {
        subscribers.add(connection);
        tell(connection, { type: 'subscribed', seq });
      }),
      onMessageOf(connection, 'fetch-snapshot', () => {
        const snapshot = { type: 'snapshot', seq, entries: { ...entries } } as const;
        later.run(delayMs, () => tell(connection, snapshot));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      later.callOff();
      subscribers.delete(connection);
    };
  });

  return Object.assign(behaviour, {
    entries,
    set(key: string, value: unknown, times = 1) {
      entries[key] = value;
      seq += 1;
      for (const each of subscribers)
        for (let n = 0; n < times; n += 1) tell(each, { type: 'delta', seq, key, value });
    },
  });
}
