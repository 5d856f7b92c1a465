import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { useRenderCount } from '../../components/useRenderCount.ts';
import { onceAFrame } from '../../connection/frame.ts';

/** How many updates have come. */
export function Updates({ url }: { url: string }) {
  const [updates, setUpdates] = useState(0);
  const renderCountRef = useRenderCount();

  useEffect(() => {
    let count = 0;
    const show = onceAFrame(() => setUpdates(count));
    const socket = new WebSocket(url);
    socket.addEventListener('message', () => {
      count += 1;
      show.ask();
    });
    return () => {
      socket.close();
      show.flush();
    };
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Updates">{updates}</Figure>
      <Figure label="Renders" ref={renderCountRef} />
    </dl>
  );
}
