import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useBackForward } from './useBackForward.ts';

/** Follow a link to another site, and go back: the page is as it was, and connects again. */
export function BackForward({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useBackForward(url, {
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  });

  return (
    <section>
      <StatusBadge status={status} />
      <MessageList messages={messages} />
    </section>
  );
}
