import { useState } from 'react';
import { Cells } from '../../components/Cells.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import type { OutboxOptions } from '../../connection/outbox.ts';
import { useOutbox } from './useOutbox.ts';

interface OutboxSocketProps extends Pick<OutboxOptions, 'limit' | 'overflow' | 'maxAgeMs'> {
  readonly url: string;
  readonly getToken?: (signal: AbortSignal) => Promise<string>;
  readonly random?: () => number;
}

/** Stands for `fetch('/token', { signal })` to your login service. */
const makeToken = async () => crypto.randomUUID();

/** Shows what waits, and what will never be sent. */
export function OutboxSocket({
  url,
  getToken = makeToken,
  limit = 100,
  ...rest
}: OutboxSocketProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [lost, setLost] = useState<readonly Message[]>([]);
  const { status, waiting, sent, dropped, send } = useOutbox(url, {
    ...rest,
    limit,
    getToken,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    onDropped: ({ text }, why) => setLost((lost) => append(lost, `${text} (${why})`)),
  });

  return (
    <section>
      <StatusBadge status={status} />
      <SendForm canSend={rest.overflow !== 'refuse' || waiting.length < limit} onSend={send} />
      <dl className="figures">
        <Figure label={`Waiting, ${limit} at most`}>{waiting.length}</Figure>
        <Figure label="Sent">{sent}</Figure>
        <Figure label="Dropped">{dropped}</Figure>
      </dl>
      <Cells label="Outbox" cells={waiting.map((each) => ({ ...each, state: 'waiting' }))} />
      <MessageList messages={lost} label="Dropped" />
      <MessageList messages={messages} />
    </section>
  );
}
