/** What sends in the test: pattern 22, the chat, and one that does without acknowledgements. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepConnected, type KeptConnection } from '../../src/connection/keep-connected.ts';
import { createOutbox } from '../../src/connection/outbox.ts';
import { useChat } from '../../src/patterns/chat/useChat.ts';
import { useAcknowledged } from '../../src/patterns/22-acknowledged/useAcknowledged.ts';

/** What the test holds of a sender. */
export interface Handle {
  /** Returns whether the message was taken. */
  readonly send: (text: string) => boolean;
  /** How many messages are not done with. */
  readonly due: () => number;
  /** What it has shown, oldest first, where it shows what the server has. */
  readonly shown?: readonly string[];
}

export interface SenderProps {
  readonly url: string;
  readonly onReady: (handle: Handle) => void;
  readonly random: () => number;
}

/** Short waits: 200 faults are to be gone through in real time. */
const WAITS = { minMs: 5, maxMs: 20 };
const ACK_TIMEOUT_MS = 200;

/** Pattern 22. */
export function Acknowledged({ url, onReady, random }: SenderProps) {
  const dueRef = useRef(0);
  const { due, send } = useAcknowledged(url, {
    ...WAITS,
    random,
    ackTimeoutMs: ACK_TIMEOUT_MS,
    onMessage: () => undefined,
  });
  const ready = useEffectEvent(onReady);
  useEffect(() => {
    dueRef.current = due;
  }, [due]);
  useEffect(() => {
    ready({ send, due: () => dueRef.current });
  }, [send]);
  return null;
}

/** The chat, without its view. */
export function ChatSender({ url, onReady, random }: SenderProps) {
  const dueRef = useRef(0);
  const [shown] = useState<string[]>([]);
  const { own, send } = useChat(url, {
    ...WAITS,
    random,
    ackTimeoutMs: ACK_TIMEOUT_MS,
    onMessage: ({ text }) => void shown.push(text),
    onRejected: () => undefined,
  });
  const ready = useEffectEvent(onReady);
  useEffect(() => {
    dueRef.current = own.length;
  }, [own]);
  useEffect(() => {
    ready({ send, shown, due: () => dueRef.current });
  }, [send, shown]);
  return null;
}

/** Keeps a message until it is sent, and forgets it then. It leaves a silent line as pattern 22 does. */
export function ForgetsWhenSent({ url, onReady }: SenderProps) {
  const ready = useEffectEvent(onReady);
  useEffect(() => {
    let waiting = 0;
    let unanswered = 0;
    let deadline: ReturnType<typeof setTimeout> | undefined;
    const expect = (answers: number) => {
      unanswered = answers;
      clearTimeout(deadline);
      if (answers > 0) deadline = setTimeout(() => connection.abandon('silent'), ACK_TIMEOUT_MS);
    };
    const outbox = createOutbox({
      limit: Infinity,
      onChange: (state) => {
        waiting = state.waiting.length;
      },
      onDropped: () => undefined,
    });
    const connection: KeptConnection = keepConnected(url, {
      waitMs: () => WAITS.minMs,
      onStatus({ state }) {
        expect(0);
        if (state === 'open') flush();
      },
      onMessage: () => expect(unanswered - 1),
    });
    function flush() {
      outbox.flush((text) => {
        const isSent = connection.send(JSON.stringify({ type: 'message', id: text, body: text }));
        if (isSent) expect(unanswered + 1);
        return isSent;
      });
    }
    const send = (text: string) => {
      const isTaken = outbox.add(text);
      flush();
      return isTaken;
    };
    ready({ send, due: () => waiting });
    return () => {
      expect(0);
      connection.leave();
      outbox.clear();
    };
  }, [url]);
  return null;
}
