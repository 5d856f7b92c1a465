import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected, type KeptConnection } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';
import { createThrottle } from '../../connection/throttle.ts';
import { createTokenBucket, type TokenBucketOptions } from '../../connection/token-bucket.ts';

interface RateLimitedOptions extends TokenBucketOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** How often the position is sent at most, in milliseconds. @default 100 */
  readonly moveMs?: number | undefined;
  /** How many commands may wait. @default 100 */
  readonly limit?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

interface Sender {
  readonly move: (position: number) => void;
  readonly command: (text: string) => boolean;
}

const NOTHING_SENT = { tokens: 0, waiting: 0, sent: 0 };

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
  const { capacity, perSecond, moveMs, limit = 100 } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [traffic, setTraffic] = useState(NOTHING_SENT);
  const senderRef = useRef<Sender>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const bucket = createTokenBucket({ capacity, perSecond });
    const commands: string[] = [];
    let position: number | undefined;
    let isOpen = false;
    let sent = 0;
    let timer: ReturnType<typeof setTimeout>;

    /** Takes what goes next: commands first, since each of them counts. */
    function take() {
      const text = commands.shift();
      if (text !== undefined) return { type: 'command', text };
      const move = { type: 'move', position };
      position = undefined;
      return move;
    }

    function pump() {
      clearTimeout(timer);
      const isAnyLeft = () => isOpen && (commands.length > 0 || position !== undefined);
      while (isAnyLeft() && bucket.take()) {
        if (connection.send(JSON.stringify(take()))) sent += 1;
      }
      if (isAnyLeft()) timer = setTimeout(pump, bucket.waitMs());
      setTraffic({ tokens: bucket.count(), waiting: commands.length, sent });
    }

    const throttle = createThrottle((newest: number) => {
      position = newest;
      pump();
    }, moveMs);
    const connection: KeptConnection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        isOpen = next.state === 'open';
        pump();
      },
      onMessage({ data }) {
        connection.proven();
        handleMessage(data);
      },
    });
    senderRef.current = {
      move: throttle.push,
      command(text) {
        if (commands.length >= limit) return false;
        commands.push(text);
        pump();
        return true;
      },
    };
    return () => {
      clearTimeout(timer);
      throttle.stop();
      connection.leave();
      senderRef.current = null;
    };
  }, [url, capacity, perSecond, moveMs, limit]);

  const move = useCallback((position: number) => senderRef.current?.move(position), []);
  const command = useCallback((text: string) => senderRef.current?.command(text) ?? false, []);

  return { status, ...traffic, move, command };
}
