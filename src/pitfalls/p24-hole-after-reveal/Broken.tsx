import { Activity, useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { readJson } from '../../connection/read-json.ts';

function useNumbers(url: string) {
  const [numbers, setNumbers] = useState<readonly number[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ type: 'follow' }));
    });
    socket.addEventListener('message', ({ data }) => {
      const { type, seq } = readJson(data);
      if (type === 'event') {
        setNumbers((numbers) => [...numbers.slice(-99), Number(seq)]);
      }
    });
    return () => socket.close();
  }, [url]);

  return numbers;
}

function Numbers({ url }: { url: string }) {
  const numbers = useNumbers(url);
  const missing = (numbers.at(-1) ?? 0) - (numbers[0] ?? 1) + 1 - numbers.length;
  return (
    <dl className="figures">
      <Figure label="Newest">{numbers.at(-1) ?? 0}</Figure>
      <Figure label="Missing">{Math.max(0, missing)}</Figure>
    </dl>
  );
}

/** The numbers of a server, on a tab that can be hidden. */
export function Tab({ url }: { url: string }) {
  const [isShown, setIsShown] = useState(true);
  return (
    <section>
      <button type="button" onClick={() => setIsShown(!isShown)}>
        {isShown ? 'Hide' : 'Show'}
      </button>
      <Activity mode={isShown ? 'visible' : 'hidden'}>
        <Numbers url={url} />
      </Activity>
    </section>
  );
}
