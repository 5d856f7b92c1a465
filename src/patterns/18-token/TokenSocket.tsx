import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useToken } from './useToken.ts';

interface TokenSocketProps {
  readonly url: string;
  readonly getToken?: (signal: AbortSignal) => Promise<string>;
  readonly random?: () => number;
}

/** Stands for `fetch('/token', { signal })` to your login service. */
const makeToken = async () => crypto.randomUUID();

/** Shows how long the token is still good, and asks the user where a fresh one was refused. */
export function TokenSocket({ url, getToken = makeToken, random }: TokenSocketProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, expiresAt, logIn } = useToken(url, {
    getToken,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    random,
  });

  return (
    <section>
      <StatusBadge status={status} />
      <div className="row">
        {expiresAt !== undefined && (
          <>
            The token ends in <Countdown key={expiresAt} until={expiresAt} />
          </>
        )}
        {status.state === 'needs-login' && (
          <button type="button" onClick={logIn}>
            Log in, and connect again
          </button>
        )}
      </div>
      <MessageList messages={messages} />
    </section>
  );
}
