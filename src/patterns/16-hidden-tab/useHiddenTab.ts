import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { createProbe } from '../../connection/probe.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';

interface HiddenTabOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that rests while its tab is hidden, and asks before it trusts the line again.
 *
 * Why ask: a hidden page runs its timers once a minute, and a laptop that sleeps runs none, so a heartbeat
 * has missed its beats. When the tab is shown, the socket may say OPEN and be dead. And while no one looks,
 * attempts to reconnect only cost battery.
 */
export function useHiddenTab(url: string, options: HiddenTabOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let state: Status['state'] = 'connecting';
    const probe = createProbe((ping) => void connection.send(ping), {
      onSilent: () => connection.abandon('the line is silent'),
    });
    const connection: KeptConnection = keepConnected(url, {
      // Hidden, it stays closed until the tab is shown.
      waitMs: (attempt) => (document.hidden ? undefined : nextWait(attempt)),
      onStatus(next) {
        state = next.state;
        setStatus(next);
        if (state !== 'open') probe.stop();
      },
      onMessage({ data }) {
        probe.heard();
        connection.proven();
        if (data !== 'pong') handleMessage(data);
      },
    });

    const onVisibility = () => {
      if (document.hidden) connection.pause();
      else if (state === 'open') probe.ask();
      else connection.retryNow();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      probe.stop();
      connection.leave();
    };
  }, [url]);

  return status;
}
