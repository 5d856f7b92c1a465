import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  createAcknowledgements,
  type Acknowledgements,
} from '../../connection/acknowledgements.ts';
import { backoff } from '../../connection/backoff.ts';
import { reconcile, type Bubble } from '../../connection/bubbles.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { readJson } from '../../connection/read-json.ts';
import { CONNECTING } from '../../connection/status.ts';

interface OptimisticChatOptions {
  /** A message of the server that is none of the chat's. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** The server does not take a message: give its text back to the user. */
  readonly onRejected: (text: string, reason: string | undefined) => void;
  /** How long the server may take for its next `ack`. @default 10_000 */
  readonly ackTimeoutMs?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A chat that shows a message at once, marked, and lets the server's word replace it.
 *
 * Why by an id and not by the text: people say the same thing twice, and a server may change what it
 * shows. Why not `useOptimistic`: its value lasts as long as an Action, and this one waits for an ack
 * through as many connections as that takes.
 *
 * @returns the status, the `bubbles`, oldest first, and `send`
 */
export function useOptimisticChat(url: string, options: OptimisticChatOptions) {
  const { ackTimeoutMs } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [bubbles, setBubbles] = useState<readonly Bubble[]>([]);
  const acknowledgementsRef = useRef<Acknowledgements>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const handleRejected = useEffectEvent(options.onRejected);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const put = (bubble: Bubble) => setBubbles((bubbles) => reconcile(bubbles, bubble));
    const acknowledgements = createAcknowledgements({
      ackTimeoutMs,
      send: (message) => connection.send(message),
      onOverdue: () => connection.abandon('no acknowledgement'),
      onChange(message) {
        put(message);
        if (message.state === 'rejected') handleRejected(message.text, message.reason);
      },
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state === 'open') acknowledgements.opened();
        else acknowledgements.ended();
      },
      onMessage({ data }) {
        connection.proven();
        if (acknowledgements.heard(data)) return;
        const { type, id, body } = readJson(data);
        if (type === 'message') put({ id: String(id), text: String(body), state: 'shown' });
        else handleMessage(data);
      },
    });
    acknowledgementsRef.current = acknowledgements;
    return () => {
      connection.leave();
      acknowledgements.stop();
    };
  }, [url, ackTimeoutMs]);

  const send = useCallback((text: string) => void acknowledgementsRef.current?.add(text), []);

  return { status, bubbles, send };
}
