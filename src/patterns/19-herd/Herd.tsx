import { useState } from 'react';
import { Histogram } from '../../components/Histogram.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { StatusDot } from '../../components/StatusDot.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useToldReturn } from './useToldReturn.ts';

interface ClientProps {
  readonly url: string;
  readonly random: (() => number) | undefined;
  readonly isFirst: boolean;
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  readonly onReturn: (awayMs: number) => void;
}

function Client({ url, isFirst, ...options }: ClientProps) {
  const status = useToldReturn(url, options);
  return isFirst ? <StatusBadge status={status} /> : <StatusDot status={status} />;
}

interface HerdProps {
  readonly url: string;
  /** How many clients, each with a socket of its own. @default 1 */
  readonly clients?: number;
  readonly random?: () => number;
}

/** Clients of one server, the first by its status, and how long they stay away when it sends them off. */
export function Herd({ url, clients = 1, random }: HerdProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [returns, setReturns] = useState<readonly number[]>([]);

  return (
    <section>
      <div className="herd">
        {Array.from({ length: clients }, (_, client) => (
          <Client
            key={client}
            url={url}
            random={random}
            isFirst={client === 0}
            onMessage={(data) => setMessages((messages) => append(messages, toText(data)))}
            onReturn={(awayMs) => setReturns((returns) => [...returns.slice(-999), awayMs])}
          />
        ))}
      </div>
      <Histogram values={returns} label="Returns" seconds={40} />
      <MessageList messages={messages} />
    </section>
  );
}
