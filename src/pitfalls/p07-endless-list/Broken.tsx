import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** What a server logs. */
export function Log({ url }: { url: string }) {
  const [lines, setLines] = useState<readonly string[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      setLines((lines) => [data, ...lines]);
    });
    return () => socket.close();
  }, [url]);

  return (
    <section>
      <dl className="figures">
        <Figure label="Rows on the page">{lines.length}</Figure>
      </dl>
      <ul className="endless" tabIndex={0}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
