import { useEffect, useState } from 'react';

/** Does not want to be connected any more once a socket has ended: also the one that it has left itself. */
export function LostMove({ url }: { url: string }) {
  const [isWanted, setIsWanted] = useState(true);
  useEffect(() => {
    if (!isWanted) return;
    const socket = new WebSocket(url);
    socket.onclose = () => setIsWanted(false);
    return () => socket.close();
  }, [url, isWanted]);
  return <p>{isWanted ? 'wanted' : 'not wanted'}</p>;
}
