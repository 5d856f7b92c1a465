import { useEffect, useReducer } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** A socket that shows the server every 25 seconds that it is there. */
export function Beating({ url }: { url: string }) {
  const [beats, countBeat] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const socket = new WebSocket(url);
    const listeners = new AbortController();
    const { signal } = listeners;
    const beatLater = () => {
      timer = setTimeout(beat, 25_000);
    };

    function beat() {
      socket.send('ping');
      countBeat();
    }
    socket.addEventListener('open', beat, { signal });
    socket.addEventListener('message', beatLater, { signal });
    return () => {
      listeners.abort();
      clearTimeout(timer);
      socket.close();
    };
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Beats">{beats}</Figure>
    </dl>
  );
}
