import { useState } from 'react';
import { Cells, type Cell } from '../../components/Cells.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useResume } from './useResume.ts';

interface ResumeSocketProps {
  readonly url: string;
  readonly random?: () => number;
}

/** Another URL has other events: the position and the list begin again with it. */
export function ResumeSocket(props: ResumeSocketProps) {
  return <Events key={props.url} {...props} />;
}

/** How many events are drawn. */
const SHOWN_EVENTS = 60;

/** Draws each event by its number: one that came as it happened, or one that was missed and asked for. */
function Events({ url, random }: ResumeSocketProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [cells, setCells] = useState<readonly Cell[]>([]);
  const [lost, setLost] = useState(0);
  const list = (text: string) => setMessages((messages) => append(messages, text));
  const status = useResume(url, {
    random,
    onEvent(seq, body, wasMissed) {
      list(String(body));
      const cell = { id: seq, text: String(seq), state: wasMissed ? 'replayed' : 'received' };
      setCells((cells) => [...cells.slice(1 - SHOWN_EVENTS), cell]);
    },
    onReload(oldest) {
      setMessages([]);
      setCells([]);
      setLost(oldest - 1);
    },
    onMessage: (data) => list(toText(data)),
  });

  return (
    <section>
      <StatusBadge status={status} />
      {lost > 0 && <p>The server no longer has events 1 to {lost}. The list begins behind them.</p>}
      <Cells label="Events" cells={cells} />
      <MessageList messages={messages} />
    </section>
  );
}
