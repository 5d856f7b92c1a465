import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createAnswers, type Answer, type Answers } from '../../connection/answers.ts';
import { backoff } from '../../connection/backoff.ts';
import { coalesce } from '../../connection/coalesce.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';

interface StreamedAnswersOptions {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** How many answers are kept. */
const ANSWER_LIMIT = 20;

/**
 * Answers that come in pieces, as those of a language model do.
 *
 * Why pieces have an id and a number: without an id, what still comes of an answer that was stopped ends up
 * in the next one; without a number, an answer that goes on after a loss has a hole, or says things twice.
 *
 * @returns the status, the newest twenty `answers`, oldest first, `ask`, and `stop`
 */
export function useAnswers(url: string, options: StreamedAnswersOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const answersRef = useRef<Answers>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );

  useEffect(() => {
    const put = (changed: readonly Answer[]) =>
      setAnswers((answers) => {
        const all = new Map([...answers, ...changed.map((each) => [each.id, each] as const)]);
        return new Map([...all].slice(-ANSWER_LIMIT));
      });
    const queue = coalesce(put);
    const answers = createAnswers({
      send: (message) => connection.send(message),
      onChange(answer) {
        queue.add(answer);
        // The beginning and the end are shown at once; what is between them, once a frame.
        if (answer.pieces === 0 || answer.state !== 'streaming') queue.flush();
      },
    });
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state === 'open') answers.opened();
      },
      onMessage({ data }) {
        connection.proven();
        if (!answers.heard(data)) handleMessage(data);
      },
    });
    answersRef.current = answers;
    return () => {
      queue.flush();
      connection.leave();
      answersRef.current = null;
    };
  }, [url]);

  const ask = useCallback((question: string) => void answersRef.current?.ask(question), []);
  const stop = useCallback((id: string) => answersRef.current?.stop(id), []);

  return { status, answers: [...answers.values()], ask, stop };
}
