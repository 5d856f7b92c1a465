import { useEffect, useRef } from 'react';
import { SendForm } from '../../../src/components/SendForm.tsx';
import { keepConnected } from '../../../src/connection/keep-connected.ts';

/** Keeps what cannot be sent yet, and forgets a message when it is sent. */
export function ForgetsWhenSent({ url }: { url: string }) {
  const sendRef = useRef<(text: string) => void>(null);
  useEffect(() => {
    let waiting: string[] = [];
    const flush = () => {
      waiting = waiting.filter(
        (text) => !connection.send(JSON.stringify({ type: 'message', id: text, body: text })),
      );
    };
    const connection = keepConnected(url, {
      waitMs: () => 1_000,
      onStatus: ({ state }) => {
        if (state === 'open') flush();
      },
    });
    sendRef.current = (text) => {
      waiting.push(text);
      flush();
    };
    return () => connection.leave();
  }, [url]);
  return <SendForm canSend onSend={(text) => sendRef.current?.(text)} />;
}
