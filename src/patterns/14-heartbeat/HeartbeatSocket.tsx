import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useHeartbeat } from './useHeartbeat.ts';

interface HeartbeatSocketProps {
  readonly url: string;
  readonly intervalMs?: number;
  readonly pongTimeoutMs?: number;
  readonly random?: () => number;
}

/** Shows when the line is asked, and how long the answer may still take. */
export function HeartbeatSocket({ url, pongTimeoutMs = 5_000, ...options }: HeartbeatSocketProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, askedAt } = useHeartbeat(url, {
    ...options,
    pongTimeoutMs,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });

  return (
    <section>
      <StatusBadge status={status} />
      {askedAt !== undefined && (
        <div className="row">
          Asked. An answer may still take
          <Countdown key={askedAt} until={askedAt + pongTimeoutMs} />
        </div>
      )}
      <MessageList messages={messages} />
    </section>
  );
}
