import { useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useSubprotocol } from './useSubprotocol.ts';

const toWire = (text: string, isJson: boolean) => (isJson ? JSON.stringify({ text }) : text);

/** A chat that speaks two versions, and sends as the server has chosen: JSON since the second. */
export function Subprotocol({ url }: { url: string }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, version, send } = useSubprotocol(url, ['chat.v2', 'chat.v1'], (data) =>
    setMessages((messages) => append(messages, toText(data))),
  );

  return (
    <section>
      <StatusBadge status={status} />
      <dl className="figures">
        <Figure label="Offered">chat.v2, chat.v1</Figure>
        <Figure label="Chosen">{version ?? '–'}</Figure>
      </dl>
      <SendForm canSend={!!version} onSend={(text) => send(toWire(text, version === 'chat.v2'))} />
      <MessageList messages={messages} />
    </section>
  );
}
