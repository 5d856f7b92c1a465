import { useState } from 'react';
import { Cells } from '../../components/Cells.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useAcknowledged } from './useAcknowledged.ts';

interface AcknowledgedSocketProps {
  readonly url: string;
  readonly ackTimeoutMs?: number;
  readonly limit?: number;
  readonly random?: () => number;
}

/** Shows of each message whether it waits, is on the way, or has arrived. */
export function AcknowledgedSocket({ url, limit = 1_000, ...options }: AcknowledgedSocketProps) {
  const [received, setReceived] = useState<readonly Message[]>([]);
  const { status, messages, due, send } = useAcknowledged(url, {
    ...options,
    limit,
    onMessage: (data) => setReceived((received) => append(received, toText(data))),
  });
  const count = (state: string) => messages.filter((message) => message.state === state).length;

  return (
    <section>
      <StatusBadge status={status} />
      <SendForm canSend={due < limit} onSend={send} />
      <dl className="figures">
        <Figure label="Waiting">{count('waiting')}</Figure>
        <Figure label="On the way">{count('sent')}</Figure>
        <Figure label="Acknowledged">{count('acknowledged')}</Figure>
        <Figure label="Rejected">{count('rejected')}</Figure>
      </dl>
      <Cells label="Sent messages" cells={messages} />
      <MessageList messages={received} />
    </section>
  );
}
