import { useEffect, useState } from 'react';
import { openSocket } from '../../../src/connection/open-socket.ts';
import type { Status } from '../../../src/connection/status.ts';
import { StatusBadge } from '../../../src/components/StatusBadge.tsx';

/** Connects when the network is back, also when the connection has survived. */
export function SecondSocket({ url }: { url: string }) {
  const [status, setStatus] = useState<Status>({ state: 'connecting', attempt: 1 });
  useEffect(() => {
    const leaves: (() => void)[] = [];
    const connect = () => leaves.push(openSocket(url, { onStatus: setStatus }).leave);
    connect();
    window.addEventListener('online', connect);
    return () => {
      window.removeEventListener('online', connect);
      for (const leave of leaves) leave();
    };
  }, [url]);
  return <StatusBadge status={status} />;
}
