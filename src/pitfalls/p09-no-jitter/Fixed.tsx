import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { Histogram } from '../../components/Histogram.tsx';
import { backoff } from '../../connection/backoff.ts';
import { busiest } from '../busiest.ts';

const CLIENTS = 200;
const ATTEMPT = 5;

/**
 * One connection stands for those of two hundred clients, which have lost the server five times. When it
 * ends, each works out by itself how long it stays away.
 */
export function Clients({ url }: { url: string }) {
  const [returns, setReturns] = useState<readonly number[]>([]);

  useEffect(() => {
    const timers: ReturnType<typeof setTimeout>[] = [];
    const socket = new WebSocket(url);
    const onClose = () => {
      for (let client = 0; client < CLIENTS; client++) {
        const waitMs = backoff(ATTEMPT);
        timers.push(setTimeout(() => setReturns((returns) => [...returns, waitMs]), waitMs));
      }
    };
    socket.addEventListener('close', onClose);
    return () => {
      socket.removeEventListener('close', onClose);
      timers.forEach(clearTimeout);
      socket.close();
    };
  }, [url]);

  return (
    <section>
      <Histogram values={returns} label="Returns" seconds={20} />
      <dl className="figures">
        <Figure label="Back">{returns.length}</Figure>
        <Figure label="In the busiest 100 ms">{busiest(returns, 100)}</Figure>
      </dl>
    </section>
  );
}
