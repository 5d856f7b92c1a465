import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useSocket } from './useSocket.ts';

/** The handler depends on a checkbox: tick it, and the next message shows it, on the same socket. */
export function CustomHook({ url }: { url: string }) {
  const [isLoud, setIsLoud] = useState(false);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, send } = useSocket(url, (data) => {
    const text = isLoud ? toText(data).toUpperCase() : toText(data);
    setMessages((messages) => append(messages, text));
  });

  return (
    <section>
      <StatusBadge status={status} />
      <label className="row">
        <input type="checkbox" checked={isLoud} onChange={() => setIsLoud(!isLoud)} />
        Show messages in capitals
      </label>
      <SendForm canSend={status.state === 'open'} onSend={send} />
      <MessageList messages={messages} />
    </section>
  );
}
