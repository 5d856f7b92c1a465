import { Fragment, useEffect, useRef } from 'react';
import type { OwnMessage } from '../connection/own-messages.ts';
import type { ChatLog } from '../connection/chat-log.ts';

interface ChatMessagesProps extends ChatLog {
  /** Above which message a line is drawn, and how many are new there. */
  readonly unread: { readonly from: number; readonly count: number } | undefined;
}

const MARKS: Record<OwnMessage['state'], string> = {
  waiting: 'waiting',
  sent: 'sending',
  acknowledged: 'received',
  rejected: 'rejected',
};

/** What the server has, in its order, and behind it what it does not have yet. Stays at its end. */
export function ChatMessages({ messages, own, unread }: ChatMessagesProps) {
  const listRef = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const list = listRef.current;
    list?.scrollTo({ top: list.scrollHeight });
  }, [messages, own]);
  if (messages.length + own.length === 0) return <p className="quiet">No messages yet.</p>;
  return (
    <ol className="bubbles chat" aria-label="Chat" tabIndex={0} ref={listRef}>
      {messages.map(({ seq, id, text, by }) => (
        <Fragment key={id}>
          {seq === unread?.from && (
            <li className="divider" data-state="unread">
              {unread.count} new
            </li>
          )}
          <li data-state="shown" data-by={by === undefined ? 'me' : 'other'}>
            {by !== undefined && <b>{by} </b>}
            {text}
          </li>
        </Fragment>
      ))}
      {own.map(({ id, text, state }) => (
        <li key={id} data-state={state} data-by="me">
          {text} <small>{MARKS[state]}</small>
        </li>
      ))}
    </ol>
  );
}
