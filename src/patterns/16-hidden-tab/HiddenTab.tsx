import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useHiddenTab } from './useHiddenTab.ts';

/** Look at another tab and come back, or use the Control `visibility`. */
export function HiddenTab({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useHiddenTab(url, {
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
