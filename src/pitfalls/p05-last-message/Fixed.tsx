import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** How many orders have come. */
export function Orders({ url }: { url: string }) {
  const [handled, setHandled] = useState(0);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', () => setHandled((count) => count + 1));
    return () => socket.close();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Handled">{handled}</Figure>
    </dl>
  );
}
