import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';

interface StableResetOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How long a connection must stay open to count as working. @default 5_000 */
  readonly stableMs?: number;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that reconnects, with a back-off that starts again only after proof.
 *
 * Why `open` is no proof: a server that accepts and closes at once (overloaded, or without its database)
 * would be asked again after the shortest wait, for ever. What proves that it works is a message, or
 * some seconds without a close.
 */
export function useStableReset(url: string, options: StableResetOptions) {
  const { stableMs = 5_000 } = options;
  const [status, setStatus] = useState(CONNECTING);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let proof: ReturnType<typeof setTimeout>;
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        clearTimeout(proof);
        if (next.state === 'open') proof = setTimeout(connection.proven, stableMs);
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    return () => {
      clearTimeout(proof);
      connection.leave();
    };
  }, [url, stableMs]);

  return status;
}
