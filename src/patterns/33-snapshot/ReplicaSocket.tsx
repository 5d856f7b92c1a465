import { useState } from 'react';
import { Cells, type Cell } from '../../components/Cells.tsx';
import { EntryTable } from '../../components/EntryTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useReplica } from './useReplica.ts';

interface ReplicaSocketProps {
  readonly url: string;
  readonly random?: () => number;
}

/** How many deltas are drawn. */
const SHOWN_DELTAS = 60;

/** Draws what became of each delta: applied, held until the snapshot comes, or ignored. */
export function ReplicaSocket({ url, random }: ReplicaSocketProps) {
  const [entries, setEntries] = useState<Readonly<Record<string, unknown>>>({});
  const [snapshots, setSnapshots] = useState(0);
  const [cells, setCells] = useState<readonly Cell[]>([]);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useReplica(url, {
    random,
    onSnapshot(snapshot) {
      setEntries(snapshot);
      setSnapshots((count) => count + 1);
    },
    onDelta({ seq, key, value }, fate) {
      if (fate === 'applied') setEntries((entries) => ({ ...entries, [key]: value }));
      const cell = { id: seq, text: String(seq), state: fate };
      // A delta that was held, or comes again, is not drawn twice.
      setCells((cells) => [...cells.filter(({ id }) => id !== seq).slice(1 - SHOWN_DELTAS), cell]);
    },
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });

  return (
    <section>
      <StatusBadge status={status} />
      <dl className="figures">
        <Figure label="Snapshots">{snapshots}</Figure>
      </dl>
      <Cells label="Deltas" cells={cells} />
      <EntryTable entries={entries} />
      <MessageList messages={messages} />
    </section>
  );
}
