import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';

interface BackForwardOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that ends when its page is left, and connects at once when the page comes back as it was.
 *
 * Why not wait for `close`: a page in the back/forward cache keeps its state and loses its socket. When it
 * is shown again, `readyState` still says OPEN, and `error` and `close` come later, if at all. And a page
 * with an open socket is not kept by every browser: one that closes it in `pagehide` is.
 */
export function useBackForward(url: string, options: BackForwardOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let isAway = false;
    const connection = keepConnected(url, {
      waitMs: (attempt) => (isAway ? undefined : nextWait(attempt)),
      onStatus: setStatus,
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });

    const onPageHide = () => {
      isAway = true;
      connection.pause();
      connection.abandon('the page was left');
    };
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      // A page that has just been loaded is told too, and its socket is on the way already.
      if (!persisted) return;
      isAway = false;
      connection.retryNow();
    };
    window.addEventListener('pagehide', onPageHide);
    window.addEventListener('pageshow', onPageShow);
    return () => {
      window.removeEventListener('pagehide', onPageHide);
      window.removeEventListener('pageshow', onPageShow);
      connection.leave();
    };
  }, [url]);

  return status;
}
