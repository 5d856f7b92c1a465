'use client';

import { useEffect, useState } from 'react';

interface TickerProps {
  readonly symbol: string;
  /** What its figure is called. A Control of the lab has the same name. */
  readonly message?: string;
}

/** The newest price that a server sends. */
export function Ticker({ symbol, message = 'Price' }: TickerProps) {
  const [price, setPrice] = useState('…');

  useEffect(() => {
    const socket = new WebSocket(`wss://api.example.com/prices/${symbol}`);
    socket.onmessage = ({ data }) => setPrice(String(data));
    socket.onclose = ({ code }) => setPrice(`closed ${code}`);
    return () => socket.close();
  }, [symbol]);

  return <output aria-label={message}>{price}</output>;
}
