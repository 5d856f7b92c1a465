import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { createRefresher } from '../../connection/refresher.ts';

/** The price of a server that says when it has changed: it is asked again then. */
export function Price({ url }: { url: string }) {
  const [price, setPrice] = useState('none yet');
  const [fetches, setFetches] = useState(0);

  useEffect(() => {
    const socket = new WebSocket(url);
    const refetch = async () => {
      setFetches((count) => count + 1);
      socket.send('get');
    };
    const refresher = createRefresher(refetch);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data === 'changed') refresher.changed('price');
      else setPrice(data);
    });
    return () => {
      refresher.stop();
      socket.close();
    };
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Price">{price}</Figure>
      <Figure label="Fetches">{fetches}</Figure>
    </dl>
  );
}
