import { useEffect, useReducer, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** Asks the server, and waits for its reply. */
export function Asking({ url }: { url: string }) {
  const [socket, setSocket] = useState<WebSocket>();
  const [waiting, count] = useReducer((waiting: number, change: 1 | -1) => waiting + change, 0);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => setSocket(socket));
    return () => socket.close();
  }, [url]);

  async function ask(socket: WebSocket) {
    count(1);
    const ended = new AbortController();
    await new Promise<unknown>((resolve) => {
      const { signal } = ended;
      socket.addEventListener('message', ({ data }) => resolve(data), { signal });
      socket.send('what time is it?');
    });
    ended.abort();
    count(-1);
  }

  return (
    <section>
      <button type="button" disabled={!socket} onClick={() => socket && void ask(socket)}>
        Ask
      </button>
      <dl className="figures">
        <Figure label="Waiting for a reply">{waiting}</Figure>
      </dl>
    </section>
  );
}
