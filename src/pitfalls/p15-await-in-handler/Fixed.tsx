import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

const numberOf = (text: string) => Number(text.replace('line ', ''));

/** Lines of a server, in text and in bytes. */
export function Lines({ url }: { url: string }) {
  const [lines, setLines] = useState<readonly string[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
      setLines((lines) => [...lines.slice(-99), text]);
    });
    return () => socket.close();
  }, [url]);

  const late = lines.filter((line, at) => at > 0 && numberOf(line) < numberOf(lines[at - 1] ?? ''));
  return (
    <dl className="figures">
      <Figure label="Lines">{lines.length}</Figure>
      <Figure label="Out of order">{late.length}</Figure>
    </dl>
  );
}
