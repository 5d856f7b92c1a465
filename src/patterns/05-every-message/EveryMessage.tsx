import { useReducer } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { useEveryMessage } from './useEveryMessage.ts';

/** The handler counts. However many messages come at once, the count is right, and the renders are few. */
export function EveryMessage({ url }: { url: string }) {
  const [handled, handle] = useReducer((count: number) => count + 1, 0);
  const { status, messages } = useEveryMessage(url, handle);

  return (
    <section>
      <StatusBadge status={status} />
      <dl className="figures">
        <Figure label="Handled">{handled}</Figure>
        <Figure label="Shown">{messages.length}</Figure>
      </dl>
      <MessageList messages={messages} />
    </section>
  );
}
