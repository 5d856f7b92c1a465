import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { closePolicy } from '../../connection/close-policy.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { returnMs } from '../../connection/return-time.ts';
import { CONNECTING } from '../../connection/status.ts';

interface ToldReturnOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Called with how long it has stayed away, in milliseconds, when it returns. */
  readonly onReturn?: (awayMs: number) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that returns when its server wants it back, and not before.
 *
 * Why the server says when: it alone knows how long a restart takes and how many clients it has lost. It
 * must say so in a Close frame. The `Retry-After` of a refused handshake, and its 429, are hidden from a
 * page, which sees 1006 and can only guess.
 */
export function useToldReturn(url: string, options: ToldReturnOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const handleMessage = useEffectEvent(options.onMessage);
  const handleReturn = useEffectEvent((awayMs: number) => options.onReturn?.(awayMs));
  const nextRandom = useEffectEvent(() => (options.random ?? Math.random)());

  useEffect(() => {
    let lostAt: number | undefined;
    const connection = keepConnected(url, {
      waitMs(attempt, code, reason) {
        const policy = closePolicy(code);
        if (policy === 'later') return returnMs(reason, nextRandom);
        return policy === 'again' ? backoff(attempt, { random: nextRandom }) : undefined;
      },
      onStatus(next) {
        if (next.state === 'connecting' && lostAt !== undefined) handleReturn(Date.now() - lostAt);
        lostAt = next.state === 'waiting' ? Date.now() : undefined;
        setStatus(next);
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    return () => connection.leave();
  }, [url]);

  return status;
}
