import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { createPresence, type Person } from '../../connection/presence.ts';
import { CONNECTING } from '../../connection/status.ts';
import { createTypingSignal } from '../../connection/typing-signal.ts';

interface PresenceSocketOptions {
  /** As whom to enter. */
  readonly user: string;
  /** Called for each message that is not about who is there. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A socket that knows who else is there, and who types.
 *
 * Why the server's list: a page that crashes, or loses its network, says no goodbye. Only the server sees
 * that its connection has ended. And why the list is dropped when your own connection ends: whoever left
 * in the meantime left unheard.
 *
 * @returns the status, the `people`, which are `undefined` while they are not known, and `type`, to be
 * called at each key, and with `false` at the end
 */
export function usePresence(url: string, options: PresenceSocketOptions) {
  const { user } = options;
  const [status, setStatus] = useState(CONNECTING);
  const [people, setPeople] = useState<readonly Person[]>();
  const typeRef = useRef<(isTyping: boolean) => void>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const presence = createPresence({ onPeople: setPeople });
    const send = (message: object) => connection.send(JSON.stringify(message));
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state === 'open') send({ type: 'enter', user });
        else presence.ended();
      },
      onMessage({ data }) {
        connection.proven();
        if (!presence.heard(data)) handleMessage(data);
      },
    });
    typeRef.current = createTypingSignal((isTyping) => send({ type: 'typing', isTyping }));
    return () => {
      connection.leave();
      presence.ended();
      typeRef.current = null;
    };
  }, [url, user]);

  const type = useCallback((isTyping: boolean) => typeRef.current?.(isTyping), []);

  return { status, people, type };
}
