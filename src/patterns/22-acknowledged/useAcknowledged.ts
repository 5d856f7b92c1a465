import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  createAcknowledgements,
  type Acknowledgements,
} from '../../connection/acknowledgements.ts';
import { backoff, type BackoffOptions } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { mark, type OwnMessage } from '../../connection/own-messages.ts';
import { CONNECTING } from '../../connection/status.ts';

interface AcknowledgedOptions extends BackoffOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How long the server may take for its next `ack`. @default 10_000 */
  readonly ackTimeoutMs?: number | undefined;
  /** How many messages may wait for their `ack`. @default 1_000 */
  readonly limit?: number | undefined;
}

/**
 * A socket that keeps each message until the server says that it has it, and sends it again on the next
 * socket where that word has not come.
 *
 * Why always under the same id: the server may have it already, and only its `ack` was lost. By the id
 * it knows a message that comes again.
 *
 * @returns the status, the newest hundred messages, how many are `due`, and `send`, which says whether
 * the message was taken
 */
export function useAcknowledged(url: string, options: AcknowledgedOptions) {
  const { ackTimeoutMs, limit } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [messages, setMessages] = useState<readonly OwnMessage[]>([]);
  const [due, setDue] = useState(0);
  const acknowledgementsRef = useRef<Acknowledgements>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) => backoff(attempt, options));

  useEffect(() => {
    const acknowledgements = createAcknowledgements({
      ackTimeoutMs,
      limit,
      send: (message) => connection.send(message),
      onOverdue: () => connection.abandon('no acknowledgement'),
      onChange(message, count) {
        setMessages((messages) => mark(messages, message));
        setDue(count);
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
        if (!acknowledgements.heard(data)) handleMessage(data);
      },
    });
    acknowledgementsRef.current = acknowledgements;
    return () => {
      connection.leave();
      acknowledgements.stop();
    };
  }, [url, ackTimeoutMs, limit]);

  const send = useCallback((text: string) => !!acknowledgementsRef.current?.add(text), []);

  return { status, messages, due, send };
}
