import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useClosePolicy } from './useClosePolicy.ts';

/** Says what the code asks for: a countdown, a button to log in, or nothing more. */
export function CloseCodes({ url, random }: { url: string; random?: () => number }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, connect } = useClosePolicy(url, {
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  });

  return (
    <section>
      <StatusBadge status={status} />
      <div className="row">
        {status.state === 'waiting' && (
          <>
            Again in <Countdown key={status.retryAt} until={status.retryAt} />
          </>
        )}
        {(status.state === 'needs-login' || status.state === 'closed') && (
          <button type="button" onClick={connect}>
            {status.state === 'closed' ? 'Connect again' : 'Log in, and connect again'}
          </button>
        )}
      </div>
      <MessageList messages={messages} />
    </section>
  );
}
