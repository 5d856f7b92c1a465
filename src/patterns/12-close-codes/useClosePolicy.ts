import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { closePolicy, laterMs, type Policy } from '../../connection/close-policy.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';

/** What this pattern adds: the server wants new credentials before another attempt. */
export type PolicyStatus =
  Status | { readonly state: 'needs-login'; readonly code: number; readonly reason: string };

interface ClosePolicyOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** What your server means by codes of its own. @default none */
  readonly exceptions?: Readonly<Record<number, Policy>>;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that reconnects, or does not, as the close code says: again, later, after a login, or never.
 *
 * @returns the status, and `connect`, for a user who has logged in or wants to try once more
 */
export function useClosePolicy(url: string, options: ClosePolicyOptions) {
  const [status, setStatus] = useState<PolicyStatus>(CONNECTING);
  const connectionRef = useRef<KeptConnection>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const policyOf = useEffectEvent((code: number) => closePolicy(code, options.exceptions));
  const nextRandom = useEffectEvent(() => (options.random ?? Math.random)());

  useEffect(() => {
    const connection = keepConnected(url, {
      waitMs(attempt, code) {
        const policy = policyOf(code);
        if (policy === 'again') return backoff(attempt, { random: nextRandom });
        return policy === 'later' ? laterMs(nextRandom) : undefined;
      },
      onStatus(next) {
        const isLogin = next.state === 'closed' && policyOf(next.code) === 'login';
        setStatus(isLogin ? { ...next, state: 'needs-login' } : next);
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    connectionRef.current = connection;
    return () => connection.leave();
  }, [url]);

  return { status, connect: () => connectionRef.current?.retryNow() };
}
