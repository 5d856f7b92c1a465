import { useEffect, useEffectEvent, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { createRooms } from '../../connection/rooms.ts';
import { CONNECTING } from '../../connection/status.ts';

interface RoomsOptions {
  /** Called for each message that is about no room. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A connection on which components watch rooms, with `useRoom`.
 *
 * Why join again: a server forgets who was in which room when the connection ends. A client that connects
 * again and does not join again is open, and hears nothing.
 *
 * @returns the status, and the rooms, the same object at each render
 */
export function useRooms(url: string, options: RoomsOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const [rooms] = useState(createRooms);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random ?? Math.random }),
  );

  useEffect(() => {
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state === 'open') rooms.opened((message) => void connection.send(message));
        else rooms.closed();
      },
      onMessage({ data }) {
        connection.proven();
        if (!rooms.heard(data)) handleMessage(data);
      },
    });
    return () => connection.leave();
  }, [url, rooms]);

  return { status, rooms };
}
