import { useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { Sparkline } from '../../components/Sparkline.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useRenderCount } from '../../components/useRenderCount.ts';
import { appendAll, toText, type Message } from '../../connection/history.ts';
import { useOnceAFrame } from './useOnceAFrame.ts';

/** The begin and the end of something, and what has failed, are shown at once. */
const isUrgent = (data: string | Blob | ArrayBuffer) =>
  typeof data === 'string' && /^(start|end|error)\b/.test(data);

/** How many frames are drawn, and how many messages are listed: each of them is another one at each frame. */
const SHOWN_FRAMES = 120;
const SHOWN_MESSAGES = 20;

interface Shown {
  readonly count: number;
  readonly messages: readonly Message[];
  readonly perFrame: readonly number[];
}

/** Draws how many messages each render was for. */
export function OnceAFrame({ url, limit }: { url: string; limit?: number }) {
  const [shown, setShown] = useState<Shown>({ count: 0, messages: [], perFrame: [] });
  const rendersRef = useRenderCount();
  const status = useOnceAFrame(url, {
    isUrgent,
    limit,
    onMessages: (data) =>
      setShown(({ count, messages, perFrame }) => ({
        count: count + data.length,
        messages: appendAll(
          messages,
          data.slice(-SHOWN_MESSAGES).map(toText),
          count + data.length,
          SHOWN_MESSAGES,
        ),
        perFrame: [...perFrame.slice(1 - SHOWN_FRAMES), data.length],
      })),
  });

  return (
    <section>
      <StatusBadge status={status} />
      <dl className="figures">
        <Figure label="Messages">{shown.count}</Figure>
        <Figure label="Renders" ref={rendersRef} />
      </dl>
      <Sparkline label="Messages for each render" values={shown.perFrame} limit={SHOWN_FRAMES} />
      <MessageList messages={shown.messages} />
    </section>
  );
}
