import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** How its connection has ended, by the code. */
export function Ending({ url }: { url: string }) {
  const [code, setCode] = useState(0);

  useEffect(() => {
    const socket = new WebSocket(url);
    const listeners = new AbortController();
    const { signal } = listeners;
    socket.addEventListener('close', (event) => setCode(event.code), { signal });
    return () => {
      listeners.abort();
      socket.close();
    };
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Code seen">{code}</Figure>
    </dl>
  );
}
