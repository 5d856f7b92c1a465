import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';

/** How many orders have come. */
export function Orders({ url }: { url: string }) {
  const [handled, setHandled] = useState(0);
  const [lastMessage, setLastMessage] = useState<MessageEvent>();

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', setLastMessage);
    return () => socket.close();
  }, [url]);

  useEffect(() => {
    if (lastMessage) setHandled((count) => count + 1);
  }, [lastMessage]);

  return (
    <dl className="figures">
      <Figure label="Handled">{handled}</Figure>
    </dl>
  );
}
