import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useReconnect } from './useReconnect.ts';

/** Shows how long it waits, and lets the user try at once. */
export function Reconnect({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, retryNow } = useReconnect(
    url,
    (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  );

  return (
    <section>
      <StatusBadge status={status} />
      {status.state === 'waiting' && (
        <div className="row">
          Attempt {status.attempt + 1} in
          <Countdown key={status.retryAt} until={status.retryAt} />
          <button type="button" onClick={retryNow}>
            Retry now
          </button>
        </div>
      )}
      <MessageList messages={messages} />
    </section>
  );
}
