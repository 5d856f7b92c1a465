import { useState } from 'react';
import { Countdown } from '../../components/Countdown.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useRequests } from './useRequests.ts';

interface RequestSocketProps {
  readonly url: string;
  readonly timeoutMs?: number;
  readonly random?: () => number;
}

interface Asked {
  readonly id: string;
  readonly body: string;
  readonly until: number;
  readonly controller: AbortController;
}

/** Shows how long each reply may still take, and what has become of each request. */
export function RequestSocket({ url, timeoutMs = 10_000, random }: RequestSocketProps) {
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [outcomes, setOutcomes] = useState<readonly Message[]>([]);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const report = (text: string) => setOutcomes((outcomes) => append(outcomes, text));
  const { status, pending, request } = useRequests(url, {
    timeoutMs,
    random,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
    onLate: () => report('A late reply came, and was ignored.'),
  });

  async function ask(body: string) {
    const controller = new AbortController();
    const id = crypto.randomUUID();
    const one = { id, body, until: Date.now() + timeoutMs, controller };
    setAsked((asked) => [...asked, one]);
    try {
      report(`${body}: ${JSON.stringify(await request(body, controller.signal))}`);
    } catch (error) {
      const { name, message } = error as Error;
      report(`${body}: ${name}, ${message}`);
    }
    setAsked((asked) => asked.filter((each) => each !== one));
  }

  return (
    <section>
      <StatusBadge status={status} />
      <SendForm canSend={status.state === 'open'} onSend={(body) => void ask(body)} />
      <dl className="figures">
        <Figure label="Pending">{pending}</Figure>
      </dl>
      {asked.map(({ id, body, until, controller }) => (
        <div key={id} className="row" role="group" aria-label={body}>
          {body} <Countdown until={until} />
          <button type="button" onClick={() => controller.abort()}>
            Cancel
          </button>
        </div>
      ))}
      <MessageList messages={outcomes} label="Outcomes" />
      <MessageList messages={messages} />
    </section>
  );
}
