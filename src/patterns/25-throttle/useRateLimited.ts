import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import {
  createPacedSender,
  type PacedSender,
  type Traffic,
} from '../../connection/paced-sender.ts';
import { CONNECTING } from '../../connection/status.ts';
import { createThrottle } from '../../connection/throttle.ts';
import type { TokenBucketOptions } from '../../connection/token-bucket.ts';

interface RateLimitedOptions extends TokenBucketOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How often the position is sent at most, in milliseconds. @default 100 */
  readonly moveMs?: number | undefined;
  /** How many commands may wait. @default 100 */
  readonly limit?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

const NOTHING_SENT: Traffic = { tokens: 0, waiting: 0, sent: 0 };

/**
 * A socket that keeps within the server's limit: of a position only the newest counts, and goes now and
 * then; of commands each one counts, and they wait for their turn.
 *
 * Why one bucket for both: the server counts messages, and not what is in them.
 *
 * @returns the status; `tokens` that are left, commands `waiting`, messages `sent`; `move` and `command`,
 * which says whether there was room for it
 */
export function useRateLimited(url: string, options: RateLimitedOptions) {
  const { capacity, perSecond, moveMs, limit } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [traffic, setTraffic] = useState(NOTHING_SENT);
  const senderRef = useRef<Pick<PacedSender, 'move' | 'command'>>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const sender = createPacedSender({
      capacity,
      perSecond,
      limit,
      send: (message) => connection.send(message),
      onChange: setTraffic,
    });
    const throttle = createThrottle(sender.move, moveMs);
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        sender.setOpen(next.state === 'open');
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    senderRef.current = { move: throttle.push, command: sender.command };
    return () => {
      throttle.stop();
      sender.stop();
      connection.leave();
      senderRef.current = null;
    };
  }, [url, capacity, perSecond, moveMs, limit]);

  const move = useCallback((position: number) => senderRef.current?.move(position), []);
  const command = useCallback((text: string) => senderRef.current?.command(text) ?? false, []);

  return { status, ...traffic, move, command };
}
