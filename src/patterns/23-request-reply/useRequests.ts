import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { createRequests, type Requests } from '../../connection/requests.ts';
import { CONNECTING } from '../../connection/status.ts';

interface RequestSocketOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** A reply has come to a request that was given up. @default nothing */
  readonly onLate?: ((id: string) => void) | undefined;
  /** How long a reply may take. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that can be asked: `request` returns a promise of the reply.
 *
 * Why a request ends with its socket: the server answers on the connection on which it was asked, so no
 * reply can come any more. Whether to ask again, only the caller knows: it may have been carried out.
 *
 * @returns the status, how many requests are `pending`, and `request`
 */
export function useRequests(url: string, options: RequestSocketOptions) {
  const { timeoutMs } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [pending, setPending] = useState(0);
  const requestsRef = useRef<Requests>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const handleLate = useEffectEvent((id: string) => options.onLate?.(id));
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const requests = createRequests({
      timeoutMs,
      send: (message) => connection.send(message),
      onPending: setPending,
      onLate: (id) => handleLate(id),
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state !== 'open') requests.ended();
      },
      onMessage({ data }) {
        connection.proven();
        if (!requests.heard(data)) handleMessage(data);
      },
    });
    requestsRef.current = requests;
    return () => {
      requests.stop();
      connection.leave();
    };
  }, [url, timeoutMs]);

  const request = useCallback(async (body: unknown, signal?: AbortSignal) => {
    if (!requestsRef.current) throw new DOMException('Not mounted.', 'NetworkError');
    return requestsRef.current.request(body, signal);
  }, []);

  return { status, pending, request };
}
