import { useEffect, useState } from 'react';

/** The newest price that a server sends. */
export function Ticker({ symbol }: { symbol: string }) {
  const [price, setPrice] = useState('…');

  useEffect(() => {
    const socket = new WebSocket(`wss://api.example.com/prices/${symbol}`);
    socket.onmessage = ({ data }) => setPrice(String(data));
    return () => socket.close();
  }, [symbol]);

  return <output aria-label="Price">{price}</output>;
}
