import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { readJson } from '../../connection/read-json.ts';

/** How many seats are taken: a snapshot, and then each change. */
export function Seats({ url }: { url: string }) {
  const [seats, setSeats] = useState({ taken: 0, version: 0 });

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      socket.send('subscribe');
      socket.send('get');
    });
    socket.addEventListener('message', ({ data }) => {
      const { taken, version } = readJson(data);
      setSeats((seats) =>
        Number(version) > seats.version
          ? { taken: Number(taken), version: Number(version) }
          : seats,
      );
    });
    return () => socket.close();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Seats taken">{seats.taken}</Figure>
    </dl>
  );
}
