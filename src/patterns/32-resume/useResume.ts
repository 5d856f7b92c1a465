import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { readJson } from '../../connection/read-json.ts';
import { createSequence } from '../../connection/sequence.ts';
import { CONNECTING, OPEN, type Status } from '../../connection/status.ts';

/** What this pattern adds: the socket is open, and what was missed is still coming. */
type ResumeStatus = Status | { readonly state: 'catching-up' };

interface ResumeOptions {
  /** Called once for each event, in order. @param wasMissed it was sent while there was no connection */
  readonly onEvent: (seq: number, body: unknown, wasMissed: boolean) => void;
  /** The server no longer has all that was missed. Drop what you show: event `oldest` comes next. */
  readonly onReload: (oldest: number) => void;
  /** Called for each message that is no event. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
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
export function useResume(url: string, options: ResumeOptions) {
  const [status, setStatus] = useState<ResumeStatus>(CONNECTING);
  const [sequence] = useState(createSequence);
  const handleEvent = useEffectEvent(options.onEvent);
  const handleReload = useEffectEvent(options.onReload);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    let isCatchingUp = false;
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        if (next.state === 'open') askForRest();
        else setStatus(next);
      },
      onMessage({ data }) {
        connection.proven();
        const { type, seq, body, oldest } = readJson(data);
        if (type === 'event' && typeof seq === 'number') take(seq, body);
        else if (type === 'too-old' && typeof oldest === 'number') startAgain(oldest);
        else if (type === 'resumed') caughtUp();
        else handleMessage(data);
      },
    });

    function askForRest() {
      isCatchingUp = true;
      setStatus({ state: 'catching-up' });
      connection.send(JSON.stringify({ type: 'resume', since: sequence.position() }));
    }

    function take(seq: number, body: unknown) {
      const place = sequence.take(seq);
      if (place === 'next') handleEvent(seq, body, isCatchingUp);
      // Once: the events behind the gap come again with the rest.
      if (place === 'gap' && !isCatchingUp) askForRest();
    }

    function startAgain(oldest: number) {
      sequence.startAt(oldest - 1);
      handleReload(oldest);
      askForRest();
    }

    function caughtUp() {
      isCatchingUp = false;
      setStatus(OPEN);
    }

    return () => connection.leave();
  }, [url, sequence]);

  return status;
}
