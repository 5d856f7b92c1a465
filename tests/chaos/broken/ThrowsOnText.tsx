import { useEffect, useState } from 'react';
import { openSocket } from '../../../src/connection/open-socket.ts';
import { toText } from '../../../src/connection/history.ts';
import { StatusBadge } from '../../../src/components/StatusBadge.tsx';
import { CONNECTING } from '../../../src/connection/status.ts';

/** Takes every message for JSON. */
export function ThrowsOnText({ url }: { url: string }) {
  const [status, setStatus] = useState(CONNECTING);
  const [price, setPrice] = useState<unknown>();
  useEffect(
    () =>
      openSocket(url, {
        onStatus: setStatus,
        onMessage: ({ data }) => setPrice(JSON.parse(toText(data))),
      }).leave,
    [url],
  );
  return <StatusBadge status={status}>{String(price)}</StatusBadge>;
}
