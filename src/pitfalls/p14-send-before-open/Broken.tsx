import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** Subscribes to three rooms when it is on the page. */
export function Subscriber({ url }: { url: string }) {
  const [thrown, setThrown] = useState(0);

  useEffect(() => {
    let errors = 0;
    const socket = new WebSocket(url);
    const subscribe = (room: string) => {
      try {
        socket.send(`subscribe ${room}`);
      } catch {
        errors += 1;
        setThrown(errors);
      }
    };
    for (const room of ['news', 'sport', 'weather']) subscribe(room);
    return () => socket.close();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Thrown by send">{thrown}</Figure>
    </dl>
  );
}
