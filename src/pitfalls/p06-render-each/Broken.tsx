import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Figure } from '../../components/Figure.tsx';
import { useRenderCount } from '../../components/useRenderCount.ts';

/** How many updates have come. */
export function Updates({ url }: { url: string }) {
  const [updates, setUpdates] = useState(0);
  const renderCountRef = useRenderCount();

  useEffect(() => {
    let count = 0;
    const socket = new WebSocket(url);
    socket.addEventListener('message', () => {
      count += 1;
      flushSync(() => setUpdates(count));
    });
    return () => {
      socket.close();
    };
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Updates">{updates}</Figure>
      <Figure label="Renders" ref={renderCountRef} />
    </dl>
  );
}
