import { useState } from 'react';
import type { Status } from '../connection/status.ts';

/** The newest that are drawn. */
const WAIT_LIMIT = 12;

interface WaitsProps {
  readonly status: Status;
}

interface Wait {
  readonly retryAt: number;
  readonly ms: number;
}

/** How long each wait for another attempt was, as bars: the oldest on the left. */
export function Waits({ status }: WaitsProps) {
  const [waits, setWaits] = useState<readonly Wait[]>([]);
  if (status.state === 'waiting' && waits.at(-1)?.retryAt !== status.retryAt) {
    setWaits([...waits.slice(1 - WAIT_LIMIT), { retryAt: status.retryAt, ms: status.waitMs }]);
  }
  const longest = Math.max(...waits.map(({ ms }) => ms), 1);
  return (
    <ol className="waits" aria-label="Waits">
      {waits.map(({ retryAt: key, ms }) => (
        <li key={key} style={{ blockSize: `${Math.max((ms / longest) * 100, 2)}%` }}>
          <span>{(ms / 1000).toFixed(1)} s</span>
        </li>
      ))}
    </ol>
  );
}
