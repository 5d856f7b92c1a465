import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  createAcknowledgements,
  type Acknowledgements,
} from '../../connection/acknowledgements.ts';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { createPresence, type Person } from '../../connection/presence.ts';
import { createResume } from '../../connection/resume.ts';
import { createSequence } from '../../connection/sequence.ts';
import { CONNECTING, OPEN, type Status } from '../../connection/status.ts';
import { createTypingSignal } from '../../connection/typing-signal.ts';
import {
  addMessage,
  EMPTY_LOG,
  markOwn,
  toMessage,
  type ChatMessage,
} from '../../connection/chat-log.ts';

/** `catching-up`: the socket is open, and what was missed is still coming. */
export type ChatStatus = Status | { readonly state: 'catching-up' };

export interface ChatOptions {
  /** As whom to enter. @default 'Me' */
  readonly user?: string | undefined;
  /** Called once for each message, in the server's order. @default nothing */
  readonly onMessage?: ((message: ChatMessage) => void) | undefined;
  /** The server does not take a message: give its text back to the user. */
  readonly onRejected: (text: string, reason: string | undefined) => void;
  /** How long the server may take for its next `ack`. @default 10_000 */
  readonly ackTimeoutMs?: number | undefined;
  /** How many milliseconds the first wait spans, and the longest. @default those of `backoff` */
  readonly minMs?: number | undefined;
  readonly maxMs?: number | undefined;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * A chat: a message is shown at once, kept until the server has it, and stands where the server has put
 * it; what was said while the connection was lost comes after it. All of it belongs to one URL: give the
 * component that uses it the URL as its `key`.
 *
 * @returns the status; the messages and the user's own that the server does not have yet; how many older
 * messages are `gone`; the `people`, `undefined` while they are not known; `send`, which says whether the
 * message was taken; and `type`, to be called at each key, and with `false` at the end
 */
export function useChat(url: string, options: ChatOptions) {
  const { ackTimeoutMs, user = 'Me' } = options;
  const [status, setStatus] = useState<ChatStatus>(CONNECTING);
  const [log, setLog] = useState(EMPTY_LOG);
  const [gone, setGone] = useState(0);
  const [people, setPeople] = useState<readonly Person[]>();
  const [sequence] = useState(createSequence);
  const acknowledgementsRef = useRef<Acknowledgements>(null);
  const typeRef = useRef<(isTyping: boolean) => void>(null);
  const handleMessage = useEffectEvent((message: ChatMessage) => options.onMessage?.(message));
  const handleRejected = useEffectEvent(options.onRejected);
  const nextWait = useEffectEvent((attempt: number) => backoff(attempt, options));

  useEffect(() => {
    const ownIds = new Set<string>();
    const say = (message: object) => connection.send(JSON.stringify(message));
    const presence = createPresence({ onPeople: setPeople });
    const acknowledgements = createAcknowledgements({
      ackTimeoutMs,
      send: (message) => connection.send(message),
      onOverdue: () => connection.abandon('no acknowledgement'),
      onChange(message) {
        ownIds.add(message.id);
        setLog((log) => markOwn(log, message));
        if (message.state === 'rejected') handleRejected(message.text, message.reason);
      },
    });
    const resume = createResume({
      sequence,
      send: (message) => void connection.send(message),
      onEvent(seq, body) {
        const message = toMessage(seq, body, ownIds);
        // The server has it, whether its ack has come or not.
        acknowledgements.taken(message.id);
        setLog((log) => addMessage(log, message));
        handleMessage(message);
      },
      onReload(oldest) {
        setLog(({ own }) => ({ messages: [], own }));
        setGone(oldest - 1);
      },
      onCaughtUp: (isCaughtUp) => setStatus(isCaughtUp ? OPEN : { state: 'catching-up' }),
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        if (next.state === 'open') {
          say({ type: 'enter', user });
          resume.opened();
          acknowledgements.opened();
        } else {
          acknowledgements.ended();
          presence.ended();
          setStatus(next);
        }
      },
      onMessage({ data }) {
        connection.proven();
        void (acknowledgements.heard(data) || presence.heard(data) || resume.heard(data));
      },
    });
    acknowledgementsRef.current = acknowledgements;
    typeRef.current = createTypingSignal((isTyping) => say({ type: 'typing', isTyping }));
    return () => {
      connection.leave();
      acknowledgements.stop();
      presence.ended();
    };
  }, [url, user, ackTimeoutMs, sequence]);

  const send = useCallback((text: string) => !!acknowledgementsRef.current?.add(text), []);
  const type = useCallback((isTyping: boolean) => typeRef.current?.(isTyping), []);

  return { status, people, type, ...log, gone, send };
}
