import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import type { Bubble } from '../../connection/bubbles.ts';
import { append, toText, type Message } from '../../connection/history.ts';
import { useOptimisticChat } from './useOptimisticChat.ts';

interface OptimisticChatProps {
  readonly url: string;
  readonly ackTimeoutMs?: number;
  readonly random?: () => number;
}

const MARKS: Record<Bubble['state'], string> = {
  waiting: 'waiting',
  sent: 'sending',
  acknowledged: 'received',
  rejected: 'rejected',
  shown: 'everyone sees it',
};

/** Shows a message as soon as it is said, and how far it has come. */
export function OptimisticChat({ url, ...options }: OptimisticChatProps) {
  const [draft, setDraft] = useState('');
  const [reason, setReason] = useState<string>();
  const [others, setOthers] = useState<readonly Message[]>([]);
  const { status, bubbles, send } = useOptimisticChat(url, {
    ...options,
    onMessage: (data) => setOthers((others) => append(others, toText(data))),
    onRejected(text, reason) {
      setReason(reason);
      // What the user has typed since then stays behind it.
      setDraft((draft) => [text, draft].filter(Boolean).join(' '));
    },
  });

  return (
    <section>
      <StatusBadge status={status} />
      <ol className="bubbles" aria-label="Chat">
        {bubbles.map(({ id, text, state }) => (
          <li key={id} data-state={state}>
            {text} <small>{MARKS[state]}</small>
          </li>
        ))}
      </ol>
      <SendForm canSend onSend={send} draft={[draft, setDraft]} />
      {reason !== undefined && <p role="alert">Back in the field: {reason}.</p>}
      <MessageList messages={others} />
    </section>
  );
}
