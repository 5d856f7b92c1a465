import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { createProbe } from '../../connection/probe.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';

interface NetworkHintsOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that reconnects, and takes what the browser says about the network for a hint.
 *
 * Why only a hint: `offline` comes for a VPN that changes, and `online` for a network that leads nowhere.
 * So `offline` is a question to the line, and `online` is a reason to try at once.
 */
export function useNetworkHints(url: string, options: NetworkHintsOptions) {
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
      waitMs: (attempt) => nextWait(attempt),
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

    const onOffline = () => {
      if (state === 'open') probe.ask();
    };
    const onOnline = () => {
      if (state === 'open') {
        probe.ask();
        return;
      }
      connection.proven();
      if (state === 'connecting') connection.abandon('another network');
      connection.retryNow();
    };
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
      probe.stop();
      connection.leave();
    };
  }, [url]);

  return status;
}
