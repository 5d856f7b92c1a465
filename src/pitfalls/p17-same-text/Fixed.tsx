import { useEffect, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { readJson } from '../../connection/read-json.ts';

interface Bubble {
  readonly id: string;
  readonly text: string;
}

/** Says ok, shows it at once, and shows what everyone says. */
export function Chat({ url }: { url: string }) {
  const [socket, setSocket] = useState<WebSocket>();
  const [bubbles, setBubbles] = useState<readonly Bubble[]>([]);

  useEffect(() => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => setSocket(socket));
    socket.addEventListener('message', ({ data }) => {
      const said = readJson(data);
      const bubble = { id: String(said['id']), text: String(said['text']) };
      setBubbles((bubbles) => {
        const isOwn = bubbles.some((own) => own.id === bubble.id);
        return isOwn ? bubbles : [...bubbles.slice(-99), bubble];
      });
    });
    return () => socket.close();
  }, [url]);

  function say(text: string) {
    const bubble = { id: crypto.randomUUID(), text };
    setBubbles((bubbles) => [...bubbles, bubble]);
    socket?.send(JSON.stringify(bubble));
  }

  return (
    <section>
      <button type="button" disabled={!socket} onClick={() => say('ok')}>
        Say ok
      </button>
      <dl className="figures">
        <Figure label="Bubbles">{bubbles.length}</Figure>
      </dl>
    </section>
  );
}
