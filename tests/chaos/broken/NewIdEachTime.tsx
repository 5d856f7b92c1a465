import { useEffect, useRef } from 'react';
import { SendForm } from '../../../src/components/SendForm.tsx';
import { keepConnected } from '../../../src/connection/keep-connected.ts';
import { readJson } from '../../../src/connection/read-json.ts';

/** Keeps each message until its ack, and sends it again under another id. */
export function NewIdEachTime({ url }: { url: string }) {
  const sendRef = useRef<(text: string) => void>(null);
  useEffect(() => {
    const due = new Map<string, string>();
    const transmit = (text: string) => {
      const id = crypto.randomUUID();
      due.set(id, text);
      connection.send(JSON.stringify({ type: 'message', id, body: text }));
    };
    const connection = keepConnected(url, {
      waitMs: () => 1_000,
      onStatus({ state }) {
        if (state !== 'open') return;
        const texts = [...due.values()];
        due.clear();
        for (const text of texts) transmit(text);
      },
      onMessage: ({ data }) => void due.delete(String(readJson(data)['id'])),
    });
    sendRef.current = transmit;
    return () => connection.leave();
  }, [url]);
  return <SendForm canSend onSend={(text) => sendRef.current?.(text)} />;
}
