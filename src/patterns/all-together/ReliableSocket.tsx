import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import type { ReliableSocketOptions } from './options.ts';
import { useReliableSocket } from './useReliableSocket.ts';

type ReliableSocketProps = Omit<ReliableSocketOptions, 'onMessage'> & { readonly url: string };

/** Do to the server what you like. */
export function ReliableSocket({ url, ...options }: ReliableSocketProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, connect, send } = useReliableSocket(url, {
    ...options,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });

  return (
    <section>
      <StatusBadge status={status} />
      {status.state === 'waiting' && (
        <div className="row">
          Attempt {status.attempt + 1} in
          <Countdown key={status.retryAt} until={status.retryAt} />
          <button type="button" onClick={connect}>
            Retry now
          </button>
        </div>
      )}
      {(status.state === 'closed' || status.state === 'needs-login') && (
        <div className="row">
          <button type="button" onClick={connect}>
            {status.state === 'closed' ? 'Connect again' : 'Log in, and connect again'}
          </button>
        </div>
      )}
      <SendForm canSend={status.state === 'open'} onSend={send} />
      <MessageList messages={messages} />
    </section>
  );
}
