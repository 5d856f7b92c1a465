import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { startLogin, type Login } from '../../connection/login.ts';
import { createOutbox, EMPTY_OUTBOX, type OutboxOptions } from '../../connection/outbox.ts';
import { CONNECTING, OPEN, type Status } from '../../connection/status.ts';

/** What this pattern adds: the socket is open, and what waits is not sent yet. */
export type OutboxStatus = Status | { readonly state: 'logging-in' };

interface OutboxSocketOptions extends Omit<OutboxOptions, 'onChange'> {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Asks your login service for a fresh token, for each attempt. */
  readonly getToken: (signal: AbortSignal) => Promise<string>;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket to which messages can be given at any time: those that cannot be sent yet wait, in order.
 *
 * Why not send them on `open`: the first message of a connection is the login. The server knows no one
 * before it, and closes on whatever else comes first.
 *
 * @returns the status, what waits, and `send`, which says whether the message was taken
 */
export function useOutbox(url: string, options: OutboxSocketOptions) {
  const { limit, overflow, maxAgeMs } = options;
  const [status, setStatus] = useState<OutboxStatus>(CONNECTING);
  const [outbox, setOutbox] = useState(EMPTY_OUTBOX);
  const sendRef = useRef<(text: string) => boolean>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const handleDropped = useEffectEvent(options.onDropped);
  const getToken = useEffectEvent(async (signal: AbortSignal) => options.getToken(signal));
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let login: Login | undefined;
    let isLoggedIn = false;
    const onDropped: typeof handleDropped = (message, why) => handleDropped(message, why);
    const outbox = createOutbox({ limit, overflow, maxAgeMs, onChange: setOutbox, onDropped });
    const flush = () => {
      if (isLoggedIn) outbox.flush(connection.send);
    };
    const connection: KeptConnection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        isLoggedIn = false;
        if (next.state === 'open') login?.opened();
        else login?.stop();
        if (next.state === 'connecting') login = logIn();
        setStatus(next.state === 'open' ? { state: 'logging-in' } : next);
      },
      onMessage({ data }) {
        if (!login?.heard(data)) handleMessage(data);
      },
    });

    function logIn() {
      return startLogin({
        getToken,
        send: (message) => void connection.send(message),
        onFailed: (reason) => connection.abandon(reason),
        onLoggedIn() {
          isLoggedIn = true;
          connection.proven();
          setStatus(OPEN);
          flush();
        },
      });
    }

    sendRef.current = (text) => {
      const isTaken = outbox.add(text);
      flush();
      return isTaken;
    };
    return () => {
      login?.stop();
      connection.leave();
      outbox.clear();
      sendRef.current = null;
    };
  }, [url, limit, overflow, maxAgeMs]);

  const send = useCallback((text: string) => sendRef.current?.(text) ?? false, []);

  return { status, ...outbox, send };
}
