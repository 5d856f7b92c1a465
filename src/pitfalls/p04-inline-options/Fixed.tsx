import { useEffect, useState } from 'react';

const options = { unit: ' €' };

/** The last price of a server, with its unit. */
export function Price({ url }: { url: string }) {
  const [price, setPrice] = useState('none yet');

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      setPrice(data + options.unit);
    });
    return () => socket.close();
  }, [url]);

  return <p>Price: {price}</p>;
}
