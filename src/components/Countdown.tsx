import { useEffect, useState } from 'react';

interface CountdownProps {
  /** When it ends, in milliseconds since 1970. */
  readonly until: number;
  /** How often it counts, in milliseconds. @default 250 */
  readonly everyMs?: number;
}

/** The seconds that are left, and a bar that runs out. */
export function Countdown({ until, everyMs = 250 }: CountdownProps) {
  const [startedAt] = useState(() => Date.now());
  const [now, setNow] = useState(startedAt);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);

  const left = Math.max(until - now, 0);
  const seconds = (left / 1000).toFixed(1);
  return (
    <span className="countdown" role="timer" aria-label={`${seconds} seconds left`}>
      <progress value={left} max={Math.max(until - startedAt, 1)} aria-hidden="true" />
      {seconds} s
    </span>
  );
}
