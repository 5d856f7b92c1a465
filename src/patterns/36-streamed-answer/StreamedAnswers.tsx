import { useState } from 'react';
import { MessageList } from '../../components/MessageList.tsx';
import { SendForm } from '../../components/SendForm.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { append, toText, type Message } from '../../connection/history.ts';
import { useAnswers } from './useAnswers.ts';

interface StreamedAnswersProps {
  readonly url: string;
  readonly random?: () => number;
}

/** Another address has other answers. */
export function StreamedAnswers(props: StreamedAnswersProps) {
  return <Conversation key={props.url} {...props} />;
}

/** Questions, and their answers as they grow. */
function Conversation({ url, random }: StreamedAnswersProps) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const { status, answers, ask, stop } = useAnswers(url, {
    random,
    onMessage: (data) => setMessages((messages) => append(messages, toText(data))),
  });

  return (
    <section>
      <StatusBadge status={status} />
      {answers.map(({ id, question, text, state }) => (
        <article key={id} className="answer" data-state={state} aria-label={question}>
          <h3>{question}</h3>
          <p>{text}</p>
          {state === 'streaming' ? (
            <button type="button" onClick={() => stop(id)}>
              Stop
            </button>
          ) : (
            <small>{state}</small>
          )}
        </article>
      ))}
      <SendForm canSend onSend={ask} />
      <MessageList messages={messages} />
    </section>
  );
}
