import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { startHeartbeat, type Heartbeat } from '../../connection/heartbeat.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';

interface HeartbeatSocketOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How long the line may be silent before it is asked. @default 25_000 */
  readonly intervalMs?: number | undefined;
  /** How long the answer may take. @default 5_000 */
  readonly pongTimeoutMs?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that notices when the line has gone silent, and opens another one.
 *
 * Why not wait for `close`: on a line that is half open no `close` comes. Even after `close()` Chromium
 * waits a minute for the server's answer. So the dead socket is left at once, and the next one opened.
 */
export function useHeartbeat(url: string, options: HeartbeatSocketOptions) {
  const { intervalMs, pongTimeoutMs } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [askedAt, setAskedAt] = useState<number>();
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let heartbeat: Heartbeat | undefined;
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        setAskedAt(undefined);
        heartbeat?.stop();
        if (next.state !== 'open') return;
        const ask = (ping: string) => {
          connection.send(ping);
          setAskedAt(Date.now());
        };
        heartbeat = startHeartbeat(ask, {
          ...(intervalMs !== undefined && { intervalMs }),
          ...(pongTimeoutMs !== undefined && { pongTimeoutMs }),
          onSilent: () => connection.abandon('the line is silent'),
        });
      },
      onMessage({ data }) {
        heartbeat?.heard();
        setAskedAt(undefined);
        connection.proven();
        if (data !== 'pong') handleMessage(data);
      },
    });
    return () => {
      heartbeat?.stop();
      connection.leave();
    };
  }, [url, intervalMs, pongTimeoutMs]);

  return { status, askedAt };
}
