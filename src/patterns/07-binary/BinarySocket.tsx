import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { describeData } from '../../connection/describe-data.ts';
import { append, type Message } from '../../connection/history.ts';
import { useBinarySocket } from './useBinarySocket.ts';

/** Text and bytes in one list, in the order of the wire. What you type is sent as bytes, in UTF-8. */
export function BinarySocket({ url }: { url: string }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, send } = useBinarySocket(url, (data) =>
    setMessages((messages) => append(messages, describeData(data))),
  );

  return (
    <section>
      <StatusBadge status={status} />
      <SendForm
        canSend={status.state === 'open'}
        onSend={(text) => send(new TextEncoder().encode(text))}
      />
      <MessageList messages={messages} />
    </section>
  );
}
