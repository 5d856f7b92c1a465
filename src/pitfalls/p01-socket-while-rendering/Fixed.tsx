import { useEffect, useState } from 'react';

/** The last message of a server. */
export function LastMessage({ url }: { url: string }) {
  const [lastMessage, setLastMessage] = useState('no message yet');
  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      setLastMessage(data);
    });
    return () => socket.close();
  }, [url]);

  return <p>{lastMessage}</p>;
}
