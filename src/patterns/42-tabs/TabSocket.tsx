import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useTabs } from './useTabs.ts';

interface TabSocketProps {
  readonly url: string;
  readonly answerMs?: number;
  readonly random?: () => number;
}

function Tab({ url, ...options }: TabSocketProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const list = (text: string) => setMessages((messages) => append(messages, text));
  const { status, isLeader, request } = useTabs(url, {
    ...options,
    onEvent: (_seq, body) => list(String(body)),
    onReload: () => setMessages([]),
    onMessage: (data) => list(toText(data)),
  });

  async function ask(body: string) {
    try {
      list(`${body}: ${JSON.stringify(await request(body))}`);
    } catch (error) {
      list(`${body}: ${(error as Error).message}`);
    }
  }

  return (
    <section className="tab" data-leads={isLeader}>
      <StatusBadge status={status} />
      <p>{isLeader ? 'This tab has the socket.' : 'Another tab has the socket, or none yet.'}</p>
      <SendForm canSend onSend={(body) => void ask(body)} />
      <MessageList messages={messages} />
    </section>
  );
}

/** One tab of several. Another address has other events. */
export function TabSocket(props: TabSocketProps) {
  return <Tab key={props.url} {...props} />;
}
