import { useEffect, useState } from 'react';

/** The last price of a server. */
export function Price({ url }: { url: string }) {
  const [price, setPrice] = useState('none yet');

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => setPrice(data));
    return () => {
      socket.close();
    };
  }, [url]);

  return <p>Price: {price}</p>;
}
