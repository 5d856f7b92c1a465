import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { Later } from '../later.ts';
import { onMessageOf, tell } from './protocol.ts';

/** What becomes of one request. */
export interface AnswerOptions {
  /** Milliseconds until the answer; `Infinity` for never. May depend on the request. @default 0 */
  readonly delayMs?: number | ((body: unknown) => number);
  /** The answer to a request. An error that it throws is sent as a `failure`. @default the same body */
  readonly answer?: (body: unknown) => unknown;
}

/**
 * Answers each `request` with a `reply` or a `failure` of the same id. One that the page has given up with
 * `abort`, or whose connection has ended, gets no answer.
 *
 * @example
 * answersRequests({ delayMs: (body) => (body === 'slow' ? 5_000 : 0) })(server);
 */
export function answersRequests({
  delayMs = 0,
  answer = (body) => body,
}: AnswerOptions = {}): Behaviour {
  return forEachConnection((connection) => {
    const pending = new Set<string>();
    const later = new Later();
    const reply = (id: string, body: unknown) => {
      if (!pending.delete(id)) return;
      try {
        tell(connection, { type: 'reply', id, body: answer(body) });
      } catch (error) {
        tell(connection, { type: 'failure', id, reason: String(error) });
      }
    };
    const stopRequests = onMessageOf(connection, 'request', ({ id, body }) => {
      pending.add(id);
      later.run(typeof delayMs === 'number' ? delayMs : delayMs(body), () => reply(id, body));
    });
    const stopAborts = onMessageOf(connection, 'abort', ({ id }) => pending.delete(id));
    return () => {
      stopRequests();
      stopAborts();
      later.callOff();
    };
  });
}
