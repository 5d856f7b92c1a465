import { useEffect, useState } from 'react';

/** The newest price, and how its connection is. */
export function Ticker({ symbol }: { symbol: string }) {
  const [price, setPrice] = useState('…');
  const [states, setStates] = useState<readonly string[]>([]);

  useEffect(() => {
    const socket = new WebSocket(`wss://api.example.com/prices/${symbol}`);
    const add = (state: string) => setStates((all) => [...all, state]);
    socket.onopen = () => add('open');
    socket.onmessage = ({ data }) => setPrice(String(data));
    socket.onerror = () => add('error');
    socket.onclose = ({ code, wasClean }) => add(`closed ${code} ${wasClean}`);
    return () => {
      socket.onclose = null;
      socket.close();
    };
  }, [symbol]);

  return (
    <p>
      <output aria-label="Price">{price}</output> <span>({states.join(', ')})</span>
    </p>
  );
}
