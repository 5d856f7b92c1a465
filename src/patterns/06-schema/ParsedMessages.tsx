import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { RejectedMessages } from '../../components/RejectedMessages.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, type Message } from '../../connection/history.ts';
import { chatEvent, describeEvent } from './chat-event.ts';
import { useParsedMessages } from './useParsedMessages.ts';

/** A chat. Send it `{"type":"said","by":"Ada","text":"hi"}`, then anything else. */
export function ParsedMessages({
  url,
  schema = chatEvent,
}: {
  url: string;
  schema?: typeof chatEvent;
}) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, rejected } = useParsedMessages(url, schema, (event) =>
    setMessages((messages) => append(messages, describeEvent(event))),
  );

  return (
    <section>
      <StatusBadge status={status} />
      <MessageList messages={messages} />
      <RejectedMessages rejected={rejected} />
    </section>
  );
}
