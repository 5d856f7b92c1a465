import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { readJson } from '../../connection/read-json.ts';

/** Who else is there. */
export function Others({ url }: { url: string }) {
  const [others, setOthers] = useState<readonly string[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }) => {
      const { type, name } = readJson(data);
      if (type === 'hello') setOthers((others) => [...others, String(name)]);
      if (type === 'gone') setOthers((others) => others.filter((other) => other !== name));
    });
    return () => socket.close();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Shown as there">{others.length}</Figure>
    </dl>
  );
}
