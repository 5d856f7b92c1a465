import { useEffect, useState } from 'react';

const ROWS = Array.from({ length: 20 }, (_, index) => `share ${index + 1}`);

function usePrice(url: string) {
  const [price, setPrice] = useState('none yet');
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => setPrice(data));
    return () => socket.close();
  }, [url]);
  return price;
}

function Row({ name, url }: { name: string; url: string }) {
  const price = usePrice(url);
  return <li title={name}>{price}</li>;
}

/** Twenty shares, each with its price. */
export function Shares({ url }: { url: string }) {
  return (
    <ul className="cells">
      {ROWS.map((name) => (
        <Row key={name} name={name} url={url} />
      ))}
    </ul>
  );
}
