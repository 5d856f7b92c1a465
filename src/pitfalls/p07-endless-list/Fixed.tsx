import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { append, type Message } from '../../connection/history.ts';

/** What a server logs. */
export function Log({ url }: { url: string }) {
  const [lines, setLines] = useState<readonly Message[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      setLines((lines) => append(lines, data));
    });
    return () => socket.close();
  }, [url]);

  return (
    <section>
      <dl className="figures">
        <Figure label="Rows on the page">{lines.length}</Figure>
      </dl>
      <ul className="endless" tabIndex={0}>
        {lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
