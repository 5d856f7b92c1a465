import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { readJson } from '../../connection/read-json.ts';
import { createRefresher } from '../../connection/refresher.ts';
import { CONNECTING } from '../../connection/status.ts';

interface FreshQueriesOptions {
  /** Queries below this key are kept fresh: `{ "type": "changed", "key": "apples" }` means `[...queryKey, 'apples']`. */
  readonly queryKey: QueryKey;
  /** Called for each message that tells of no change. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How often a query is fetched again at most, in milliseconds. @default 250 */
  readonly intervalMs?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Stands for all queries below the key. */
const EVERYTHING = '';

/**
 * Keeps the queries of TanStack Query fresh: the socket says what has changed, and the cache decides
 * whether to fetch it. What no component shows is only marked, and fetched when one does.
 *
 * Why cancel first: a fetch that is under way may have read what was there before the change. The first
 * fetch of a query is not begun again by `invalidateQueries` alone, and its old answer would pass for fresh.
 */
export function useFreshQueries(url: string, options: FreshQueriesOptions) {
  const { intervalMs } = options;
  const client = useQueryClient();
  const [status, setStatus] = useState(CONNECTING);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );
  const keyOf = useEffectEvent((key: string) =>
    key === EVERYTHING ? options.queryKey : [...options.queryKey, key],
  );

  useEffect(() => {
    const refresher = createRefresher(async (key) => {
      const queryKey = keyOf(key);
      await client.cancelQueries({ queryKey });
      await client.invalidateQueries({ queryKey });
    }, intervalMs);
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        // Whatever has changed before this moment, no one has said.
        if (next.state === 'open') refresher.changed(EVERYTHING);
      },
      onMessage({ data }) {
        connection.proven();
        const { type, key } = readJson(data);
        if (type === 'changed' && typeof key === 'string') refresher.changed(key);
        else handleMessage(data);
      },
    });
    return () => {
      refresher.stop();
      connection.leave();
    };
  }, [url, intervalMs, client]);

  return status;
}
