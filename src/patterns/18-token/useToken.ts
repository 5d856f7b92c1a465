import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { startLogin, type Login } from '../../connection/login.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';

/** What this pattern adds: the socket is open and not logged in yet, or the user has to log in. */
export type TokenStatus =
  | Status
  | { readonly state: 'logging-in' }
  | { readonly state: 'needs-login'; readonly code: number; readonly reason: string };

interface TokenOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Asks your login service for a fresh token. Called for each attempt, and for each renewal. */
  readonly getToken: (signal: AbortSignal) => Promise<string>;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** The server's own code for a token that it does not take, or no longer. */
const REFUSED = 4401;
/** After so many refusals in a row the user is asked: another token of the same session is no better. */
const REFUSAL_LIMIT = 2;

/**
 * A socket that logs in with a fresh token at each attempt, and renews the token on the open line.
 *
 * Why not in the URL: proxies and servers write URLs into their logs. And a URL that was built once is
 * built with a token that has ended when the socket reconnects.
 *
 * @returns the status, when the token ends, and `logIn`, for a user who has a session again
 */
export function useToken(url: string, options: TokenOptions) {
  const [status, setStatus] = useState<TokenStatus>(CONNECTING);
  const [expiresAt, setExpiresAt] = useState<number>();
  const connectionRef = useRef<KeptConnection>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const getToken = useEffectEvent(async (signal: AbortSignal) => options.getToken(signal));
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let refusals = 0;
    let login: Login | undefined;
    const connection: KeptConnection = keepConnected(url, {
      waitMs(attempt, code) {
        if (code !== REFUSED) return nextWait(attempt);
        refusals = (refusals + 1) % REFUSAL_LIMIT;
        return refusals === 0 ? undefined : 0;
      },
      onStatus(next) {
        setExpiresAt(undefined);
        if (next.state === 'open') {
          login?.opened();
          setStatus({ state: 'logging-in' });
          return;
        }
        login?.stop();
        if (next.state === 'connecting') login = logIn();
        setStatus(next.state === 'closed' ? { ...next, state: 'needs-login' } : next);
      },
      onMessage({ data }) {
        if (!login?.heard(data)) handleMessage(data);
      },
    });

    function logIn() {
      return startLogin({
        getToken,
        send: (message) => void connection.send(message),
        onExpiry: setExpiresAt,
        onFailed: (reason) => connection.abandon(reason),
        onLoggedIn() {
          refusals = 0;
          connection.proven();
          setStatus({ state: 'open' });
        },
      });
    }

    connectionRef.current = connection;
    return () => {
      login?.stop();
      connection.leave();
    };
  }, [url]);

  return { status, expiresAt, logIn: () => connectionRef.current?.retryNow() };
}
