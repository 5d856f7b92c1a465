import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { openSocket } from '../../connection/open-socket.ts';
import type { Status } from '../../connection/status.ts';

/**
 * A socket that is opened again when it has ended: after a random wait that grows with each attempt.
 *
 * Why random: when a server restarts, all its clients lose it at the same moment. With a fixed wait they
 * all return at the same moment too, and take it down again.
 *
 * @param onMessage called for each message with what it carries
 * @param random spreads the clients, from 0 to below 1. @default Math.random
 * @returns the status, and `retryNow`, which ends the wait
 */
export function useReconnect(
  url: string,
  onMessage: (data: string | Blob | ArrayBuffer) => void,
  random = Math.random,
) {
  const [status, setStatus] = useState<Status>({ state: 'connecting', attempt: 1 });
  const retryRef = useRef<() => void>(undefined);
  const handleMessage = useEffectEvent(onMessage);
  const nextRandom = useEffectEvent(() => random());

  useEffect(() => {
    let attempt = 0;
    let leave = () => {};
    let timer: ReturnType<typeof setTimeout>;

    function connect() {
      attempt += 1;
      const opened = openSocket(url, {
        onStatus(next) {
          if (next.state === 'connecting') setStatus({ ...next, attempt });
          else if (next.state === 'closed') wait(next);
          else setStatus(next);
        },
        onMessage({ data }) {
          // Only now is it certain that the server works: the next loss starts with a short wait again.
          attempt = 0;
          handleMessage(data);
        },
      });
      leave = opened.leave;
    }

    function wait({ code, reason }: { code: number; reason: string }) {
      const waitMs = backoff(Math.max(attempt, 1), { random: nextRandom });
      setStatus({ state: 'waiting', attempt, retryAt: Date.now() + waitMs, waitMs, code, reason });
      timer = setTimeout(connect, waitMs);
      retryRef.current = () => {
        clearTimeout(timer);
        connect();
      };
    }

    connect();
    return () => {
      clearTimeout(timer);
      leave();
      retryRef.current = undefined;
    };
  }, [url]);

  return { status, retryNow: () => retryRef.current?.() };
}
