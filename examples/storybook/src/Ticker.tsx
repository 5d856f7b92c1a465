import { useEffect, useState } from 'react';

/** The newest price that a server sends. */
export function Ticker({ url }: { url: string }) {
  const [price, setPrice] = useState('…');

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.onmessage = ({ data }) => setPrice(String(data));
    return () => socket.close();
  }, [url]);

  return <output aria-label="Price">{price}</output>;
}
