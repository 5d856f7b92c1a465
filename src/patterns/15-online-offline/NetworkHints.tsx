import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useNetworkHints } from './useNetworkHints.ts';

/** Turn the network off and on in the browser, or by the Control `network`. */
export function NetworkHints({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useNetworkHints(url, {
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
