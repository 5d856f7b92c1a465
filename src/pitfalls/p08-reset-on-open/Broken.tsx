import { useEffect, useReducer } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { backoff } from '../../connection/backoff.ts';

/** A socket that comes back, and waits longer each time. */
export function Feed({ url }: { url: string }) {
  const [retries, countRetry] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    let attempt = 0;
    let timer: ReturnType<typeof setTimeout>;
    let socket: WebSocket;
    const listeners = new AbortController();
    const { signal } = listeners;

    function connect() {
      socket = new WebSocket(url);
      const proven = () => {
        attempt = 0;
      };
      socket.addEventListener('open', proven, { signal });
      socket.addEventListener(
        'close',
        () => {
          attempt += 1;
          timer = setTimeout(retry, backoff(attempt));
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
