import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { createResume, type ResumeOptions } from '../../connection/resume.ts';
import { createSequence } from '../../connection/sequence.ts';
import { CONNECTING, OPEN, type Status } from '../../connection/status.ts';

/** What this pattern adds: the socket is open, and what was missed is still coming. */
type ResumeStatus = Status | { readonly state: 'catching-up' };

interface ResumeSocketOptions extends Pick<ResumeOptions, 'onEvent' | 'onReload'> {
  /** Called for each message that is no event. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** The number of the last event that you have already. @default 0 */
  readonly position?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that asks for what was missed while it was away.
 *
 * Why from 0: the position is there before the first event is. A connection that ends before one has come
 * asks for what came after number 0, and gets all of it. The position belongs to the events that you
 * show: where the URL changes, give the component another `key`, so that both begin again.
 */
export function useResume(url: string, options: ResumeSocketOptions) {
  const [status, setStatus] = useState<ResumeStatus>(CONNECTING);
  const [sequence] = useState(() => createSequence(options.position));
  const handleEvent = useEffectEvent(options.onEvent);
  const handleReload = useEffectEvent(options.onReload);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    const resume = createResume({
      sequence,
      send: (message) => void connection.send(message),
      onEvent: (seq, body, wasMissed) => handleEvent(seq, body, wasMissed),
      onReload: (oldest) => handleReload(oldest),
      onCaughtUp: (isCaughtUp) => setStatus(isCaughtUp ? OPEN : { state: 'catching-up' }),
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        if (next.state === 'open') resume.opened();
        else setStatus(next);
      },
      onMessage({ data }) {
        connection.proven();
        if (!resume.heard(data)) handleMessage(data);
      },
    });
    return () => connection.leave();
  }, [url, sequence]);

  return status;
}
