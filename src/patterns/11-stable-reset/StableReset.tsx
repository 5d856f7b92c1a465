import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { Waits } from '../../components/Waits.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useStableReset } from './useStableReset.ts';

/** Draws the waits: they grow, until the connection has proven that it works. */
export function StableReset({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useStableReset(url, {
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  });

  return (
    <section>
      <StatusBadge status={status} />
      <Waits status={status} />
      <MessageList messages={messages} />
    </section>
  );
}
