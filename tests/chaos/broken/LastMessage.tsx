import { useEffect, useState } from 'react';
import { MessageList } from '../../../src/components/MessageList.tsx';
import { append, toText, type Message } from '../../../src/connection/history.ts';
import { openSocket } from '../../../src/connection/open-socket.ts';

/** Keeps the last message in state, and lists it in an effect: of several at once, one is seen. */
export function LastMessage({ url }: { url: string }) {
  const [last, setLast] = useState<{ readonly data: string | Blob | ArrayBuffer }>();
  const [messages, setMessages] = useState<readonly Message[]>([]);
  useEffect(
    () => openSocket(url, { onStatus: () => {}, onMessage: ({ data }) => setLast({ data }) }).leave,
    [url],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the mistake is the purpose
    if (last) setMessages((before) => append(before, toText(last.data)));
  }, [last]);
  return <MessageList messages={messages} />;
}
