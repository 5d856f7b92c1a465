import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { closePolicy } from '../../connection/close-policy.ts';
import { startGrace, type Notice } from '../../connection/grace.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';

interface ConnectionBadgeOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How long a loss lasts before the user is told. @default 5_000 */
  readonly graceMs?: number;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that reconnects, and a notice for the user.
 *
 * Why a grace period: a phone that changes from Wi-Fi to mobile is away for a second, and no one needs to
 * know. What lasts is told once; that it is over is told at once.
 *
 * @returns the status, and the notice to show
 */
export function useConnectionBadge(url: string, options: ConnectionBadgeOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const [notice, setNotice] = useState<Notice>('none');
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );
  const { graceMs } = options;

  useEffect(() => {
    const grace = startGrace(setNotice, graceMs);
    const connection = keepConnected(url, {
      // 4001 is this application's own word for "your session is over".
      waitMs: (attempt, code) =>
        closePolicy(code, { 4001: 'stop' }) === 'stop' ? undefined : nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state === 'open') grace.report('up');
        else grace.report(next.state === 'closed' ? 'over' : 'down');
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    return () => {
      grace.stop();
      connection.leave();
    };
  }, [url, graceMs]);

  return { status, notice };
}
