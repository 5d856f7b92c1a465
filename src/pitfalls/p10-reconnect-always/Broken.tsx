import { useEffect, useReducer } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** A socket that comes back when its connection has ended. */
export function Account({ url }: { url: string }) {
  const [retries, countRetry] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let socket: WebSocket;
    const listeners = new AbortController();
    const { signal } = listeners;

    function connect() {
      socket = new WebSocket(url);
      socket.addEventListener(
        'close',
        () => {
          timer = setTimeout(retry, 1_000);
        },
        { signal },
      );
    }
    function retry() {
      countRetry();
      connect();
    }
    connect();
    return () => {
      listeners.abort();
      clearTimeout(timer);
      socket.close();
    };
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Retries">{retries}</Figure>
    </dl>
  );
}
