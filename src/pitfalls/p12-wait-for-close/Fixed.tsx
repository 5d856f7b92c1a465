import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { startHeartbeat } from '../../connection/heartbeat.ts';

/** A socket that asks a silent line, and connects again when nothing answers. */
export function Ticker({ url }: { url: string }) {
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    let leave = () => {};

    function connect(lastOpen?: number) {
      if (lastOpen !== undefined) setSeconds((Date.now() - lastOpen) / 1_000);
      const socket = new WebSocket(url);
      const listeners = new AbortController();
      const { signal } = listeners;
      let stop = () => {};
      leave = () => {
        listeners.abort();
        stop();
        socket.close();
      };
      const onOpen = () => {
        const openedAt = Date.now();
        const heartbeat = startHeartbeat((ping) => socket.send(ping), {
          onSilent() {
            leave();
            connect(openedAt);
          },
        });
        stop = heartbeat.stop;
        socket.addEventListener('message', heartbeat.heard, { signal });
      };
      socket.addEventListener('open', onOpen, { signal });
    }
    connect();
    return () => leave();
  }, [url]);

  return (
    <dl className="figures">
      <Figure label="Seconds from one handshake to the next">{seconds}</Figure>
    </dl>
  );
}
