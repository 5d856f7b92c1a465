import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { newest } from '../../connection/newest.ts';
import { createReplica } from '../../connection/replica.ts';
import { OPEN } from '../../connection/status.ts';
import { createStore, type Store } from '../../connection/store.ts';
import { EMPTY_TABLE, replace, update, type TableState } from '../../connection/live-rows.ts';

export interface LiveTableOptions {
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A store that follows a table of the server, at thousands of changes a second: a snapshot and deltas,
 * applied together once a frame, and read by rows that render for their own values alone.
 *
 * @returns the same store at each render
 */
export function useLiveTable(url: string, options: LiveTableOptions): Store<TableState> {
  const [store] = useState(() => createStore(EMPTY_TABLE));
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const setStatus = (status: TableState['status']) => store.set({ ...store.get(), status });
    const queue = newest((values, count) => store.set(update(store.get(), values, count)));
    const replica = createReplica({
      send: (message) => void connection.send(message),
      onSnapshot(entries) {
        // What still waits for its frame is older.
        queue.flush();
        store.set(replace(store.get(), entries));
      },
      onDelta({ key, value }, fate) {
        if (fate === 'applied') queue.set(key, value);
      },
      onSynced: (isSynced) => setStatus(isSynced ? OPEN : { state: 'catching-up' }),
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        if (next.state === 'open') replica.opened();
        else setStatus(next);
      },
      onMessage({ data }) {
        connection.proven();
        replica.heard(data);
      },
    });
    return () => {
      queue.flush();
      connection.leave();
    };
  }, [url, store]);

  return store;
}
