import { useReducer, useState } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import type { SharedSockets } from './shared-sockets.ts';
import { useSharedSocket } from './useSharedSocket.ts';

interface UserProps {
  readonly sockets: SharedSockets;
  readonly url: string;
}

/** Needs the status alone. */
export function Badge({ sockets, url }: UserProps) {
  const { status } = useSharedSocket(sockets, url);
  return <StatusBadge status={status} />;
}

/** Counts the messages. */
export function Counter({ sockets, url }: UserProps) {
  const [count, add] = useReducer((before: number) => before + 1, 0);
  useSharedSocket(sockets, url, add);
  return (
    <dl className="figures">
      <Figure label="Counted">{count}</Figure>
    </dl>
  );
}

/** Lists the messages. */
export function List({ sockets, url }: UserProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  useSharedSocket(sockets, url, (data) =>
    setMessages((messages) => append(messages, toText(data))),
  );
  return <MessageList messages={messages} />;
}
