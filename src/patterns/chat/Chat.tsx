import { useState } from 'react';
import { People } from '../../components/People.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { ChatMessages } from '../../components/ChatMessages.tsx';
import { useChat, type ChatOptions } from './useChat.ts';

interface ChatProps extends Pick<ChatOptions, 'user' | 'ackTimeoutMs' | 'random'> {
  readonly url: string;
}

/** The first message that came while the page was hidden, and how many there are. */
interface Unread {
  readonly from: number;
  readonly count: number;
}

function Room({ url, ...options }: ChatProps) {
  const [draft, setDraft] = useState('');
  const [reason, setReason] = useState<string>();
  const [unread, setUnread] = useState<Unread>();
  const { status, people, messages, own, gone, send, type } = useChat(url, {
    ...options,
    onMessage({ seq, by }) {
      if (by === undefined || document.visibilityState === 'visible') return;
      setUnread((unread) => ({ from: unread?.from ?? seq, count: (unread?.count ?? 0) + 1 }));
    },
    onRejected(text, reason) {
      setReason(reason);
      setDraft((draft) => [text, draft].filter(Boolean).join(' '));
    },
  });

  return (
    <section>
      <StatusBadge status={status} />
      <People people={people} />
      {gone > 0 && <p>The server no longer has messages 1 to {gone}.</p>}
      <ChatMessages messages={messages} own={own} unread={unread} />
      {unread && (
        <div className="row">
          {unread.count} unread
          <button type="button" onClick={() => setUnread(undefined)}>
            Mark as read
          </button>
        </div>
      )}
      <SendForm
        canSend
        draft={[
          draft,
          (draft) => {
            setDraft(draft);
            type(draft !== '');
          },
        ]}
        onSend={(text) => {
          setUnread(undefined);
          setReason(undefined);
          send(text);
        }}
      />
      {reason !== undefined && <p role="alert">Back in the field: {reason}.</p>}
    </section>
  );
}

/** A chat room. Another address is another room, which begins empty. */
export function Chat(props: ChatProps) {
  return <Room key={props.url} {...props} />;
}
