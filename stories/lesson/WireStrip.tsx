import { useEffect, useState } from 'react';
import { ledger, type LedgerEvent, type MessageData } from '../../mocks/ledger.ts';

/** The newest that are shown. */
const LIMIT = 40;
/** Characters of a message. */
const TEXT_LIMIT = 40;

interface Item {
  readonly id: number;
  readonly kind: 'created' | 'open' | 'in' | 'out' | 'error' | 'close';
  readonly text: string;
}

interface WireStripProps {
  readonly storyId: string;
}

/** What has travelled between the story's sockets and its server, the newest first. */
export function WireStrip({ storyId }: WireStripProps) {
  const [items, setItems] = useState<readonly Item[]>([]);

  useEffect(() => {
    let count = 0;
    let arrived: Item[] = [];
    let frame = 0;
    const own = new Set<number>();
    // Once a frame: a stream of 500 messages a second is 500 items, and one render for each frame.
    const show = () => {
      frame = 0;
      const news = arrived;
      arrived = [];
      setItems((shown) => [...news.reverse(), ...shown].slice(0, LIMIT));
    };
    const unsubscribe = ledger.subscribe((event, data) => {
      if (event.type === 'created' && event.socket.storyId === storyId) own.add(event.socketId);
      if (!own.has(event.socketId)) return;
      const item = describe(event, data);
      if (!item) return;
      arrived = [...arrived.slice(1 - LIMIT), { ...item, id: ++count }];
      frame ||= requestAnimationFrame(show);
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [storyId]);

  return (
    <ol className="strip" aria-label="What has travelled, the newest first">
      {items.map(({ id, kind, text }) => (
        <li key={id} data-kind={kind}>
          {text}
        </li>
      ))}
      {items.length === 0 && <li>Nothing has travelled yet.</li>}
    </ol>
  );
}

function describe(event: LedgerEvent, data?: MessageData): Omit<Item, 'id'> | undefined {
  switch (event.type) {
    case 'created':
      return { kind: 'created', text: 'new WebSocket()' };
    case 'open':
      return { kind: 'open', text: 'open' };
    case 'error':
      return { kind: 'error', text: 'error' };
    case 'close':
      return { kind: 'close', text: `close ${event.code} ${event.reason}`.trim() };
    case 'message': {
      const isIn = event.direction === 'in';
      return {
        kind: isIn ? 'in' : 'out',
        text: `${isIn ? '←' : '→'} ${preview(event.bytes, data)}`,
      };
    }
    default:
      return undefined;
  }
}

function preview(bytes: number, data?: MessageData): string {
  if (typeof data !== 'string') return `${bytes} bytes`;
  return data.length > TEXT_LIMIT ? `${data.slice(0, TEXT_LIMIT)}…` : data;
}
