import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useConnectTimeout } from './useConnectTimeout.ts';

/** Hold the handshake: after eight seconds the pattern gives it up, waits, and tries again. */
export function ConnectTimeout({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const status = useConnectTimeout(url, {
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  });

  return (
    <section>
      <StatusBadge status={status} />
      {status.state === 'connecting' && <p>Attempt {status.attempt}</p>}
      {status.state === 'waiting' && (
        <div className="row">
          Again in <Countdown key={status.retryAt} until={status.retryAt} />
        </div>
      )}
      <MessageList messages={messages} />
    </section>
  );
}
