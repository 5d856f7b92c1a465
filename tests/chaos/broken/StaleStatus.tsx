import { useEffect, useState } from 'react';

/** Lets the socket that it has left report its end, over what the next one says. */
export function StaleStatus({ url }: { url: string }) {
  const [status, setStatus] = useState('connecting');
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.onopen = () => setStatus('open');
    socket.onclose = () => setStatus('closed');
    return () => socket.close();
  }, [url]);
  return (
    <p role="status" data-status={status}>
      {status}
    </p>
  );
}
