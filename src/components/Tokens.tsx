import { useEffect, useState } from 'react';

interface TokensProps {
  /** How many there were when the count was taken. Another count begins again. */
  readonly tokens: number;
  readonly capacity: number;
  readonly perSecond: number;
}

/** How often the bucket is drawn, in milliseconds. */
const EVERY_MS = 100;

/** What a token bucket holds, and how it fills. Give it a `key` for each count. */
export function Tokens({ tokens, capacity, perSecond }: TokensProps) {
  const [passed, setPassed] = useState(0);
  const isFull = tokens + passed * perSecond >= capacity;

  useEffect(() => {
    if (isFull) return;
    const timer = setInterval(() => setPassed((passed) => passed + EVERY_MS / 1000), EVERY_MS);
    return () => clearInterval(timer);
  }, [isFull]);

  const now = Math.min(capacity, tokens + passed * perSecond);
  return (
    <div className="row">
      Tokens
      <span className="tokens" role="img" aria-label={`${Math.floor(now)} of ${capacity} tokens`}>
        {Array.from({ length: capacity }, (_, index) => (
          <progress key={index} value={Math.min(Math.max(now - index, 0), 1)} aria-hidden="true" />
        ))}
      </span>
    </div>
  );
}
