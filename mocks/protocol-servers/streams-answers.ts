import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { after, now } from '../clock.ts';
import { onMessageOf, tell } from './protocol.ts';

export interface StreamAnswersOptions {
  /** Milliseconds from one piece to the next. @default 100 */
  readonly pieceMs?: number;
  /** The pieces of an answer. @default the words of the question */
  readonly answer?: (body: unknown) => readonly string[];
}

const wordsOf = (body: unknown): readonly string[] => String(body).match(/\S+\s*/g) ?? [];

/**
 * Answers each `ask` piece by piece, and then `finished`. An answer is made once for its id, also while no
 * one is connected: an `ask` that comes again goes on behind piece `from`. `stop` ends it for good.
 *
 * @example
 * streamsAnswers({ pieceMs: 50, answer: () => ['It ', 'is ', 'sunny.'] })(server);
 */
export function streamsAnswers({
  pieceMs = 100,
  answer = wordsOf,
}: StreamAnswersOptions = {}): Behaviour {
  const answers = new Map<string, { pieces: readonly string[]; begunAt: number }>();

  return forEachConnection((connection) => {
    const timers = new Map<string, () => void>();

    function send(id: string, from: number): void {
      const known = answers.get(id);
      if (!known) return;
      const { pieces, begunAt } = known;
      const made = Math.min(pieces.length, Math.floor((now() - begunAt) / pieceMs));
      for (let n = from; n < made; n += 1) {
        tell(connection, { type: 'piece', id, n: n + 1, text: pieces[n] ?? '' });
      }
      if (made === pieces.length) tell(connection, { type: 'finished', id, count: made });
      else {
        const waitMs = begunAt + (made + 1) * pieceMs - now();
        timers.set(
          id,
          after(waitMs, () => send(id, Math.max(from, made))),
        );
      }
    }

    const stops = [
      onMessageOf(connection, 'ask', ({ id, body, from }) => {
        if (!answers.has(id)) answers.set(id, { pieces: answer(body), begunAt: now() });
        timers.get(id)?.();
        send(id, from);
      }),
      onMessageOf(connection, 'stop', ({ id }) => {
        timers.get(id)?.();
        answers.delete(id);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      for (const cancel of timers.values()) cancel();
    };
  });
}
