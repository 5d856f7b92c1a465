import { useEffect, useRef, useState } from 'react';
import { SendForm } from '../../../src/components/SendForm.tsx';
import { keepConnected } from '../../../src/connection/keep-connected.ts';
import { readJson } from '../../../src/connection/read-json.ts';

/** Shows a message at once, and shows it again when the server sends it to everyone. */
export function AppendsTheEcho({ url }: { url: string }) {
  const [texts, setTexts] = useState<readonly string[]>([]);
  const sendRef = useRef<(text: string) => void>(null);
  useEffect(() => {
    const show = (text: string) => setTexts((texts) => [...texts, text]);
    const connection = keepConnected(url, {
      waitMs: () => 1_000,
      onStatus: () => undefined,
      onMessage({ data }) {
        const { type, body } = readJson(data);
        if (type === 'message') show(String(body));
      },
    });
    sendRef.current = (text) => {
      show(text);
      connection.send(JSON.stringify({ type: 'message', id: text, body: text }));
    };
    return () => connection.leave();
  }, [url]);
  return (
    <>
      <SendForm canSend onSend={(text) => sendRef.current?.(text)} />
      <ol>
        {texts.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ol>
    </>
  );
}
