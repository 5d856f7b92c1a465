import { useEffect, useState } from 'react';
import { openSocket } from '../../../src/connection/open-socket.ts';
import type { Status } from '../../../src/connection/status.ts';
import { StatusBadge } from '../../../src/components/StatusBadge.tsx';

/** Connects again after a loss, and does not stop the timer when the component unmounts. */
export function LeakedTimer({ url }: { url: string }) {
  const [status, setStatus] = useState<Status>({ state: 'connecting', attempt: 1 });
  useEffect(() => {
    let leave = () => {};
    const connect = () => {
      ({ leave } = openSocket(url, {
        onStatus(next) {
          setStatus(next);
          if (next.state === 'closed') setTimeout(connect, 2_000);
        },
      }));
    };
    connect();
    return () => leave();
  }, [url]);
  return <StatusBadge status={status} />;
}
