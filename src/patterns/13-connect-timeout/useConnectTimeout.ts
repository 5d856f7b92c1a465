import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';

interface ConnectTimeoutOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How long a handshake may take. Browsers wait for minutes. @default 8_000 */
  readonly connectTimeoutMs?: number;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that reconnects, and gives up a handshake that no one answers.
 *
 * Why a limit of our own: behind a proxy that accepts connections and forwards none, a handshake is
 * neither answered nor refused. The browser reports nothing for minutes, and neither does the page.
 * The socket that was given up is closed and no longer listened to, so that a late `open` changes nothing.
 */
export function useConnectTimeout(url: string, options: ConnectTimeoutOptions) {
  const { connectTimeoutMs = 8_000 } = options;
  const [status, setStatus] = useState(CONNECTING);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let limit: ReturnType<typeof setTimeout>;
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        clearTimeout(limit);
        if (next.state !== 'connecting') return;
        limit = setTimeout(() => connection.abandon('no answer in time'), connectTimeoutMs);
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    return () => {
      clearTimeout(limit);
      connection.leave();
    };
  }, [url, connectTimeoutMs]);

  return status;
}
