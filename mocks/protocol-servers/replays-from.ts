import { forEachConnection, type Behaviour } from '../behaviour.ts';
import type { NumberedLog } from './numbered-log.ts';
import { onMessageOf, tell } from './protocol.ts';

/**
 * Waits for `resume`, with the number of the last event that the page has (0 for none), sends what came
 * after it, then `resumed`, and from then on every event as it is added. Where some of that is no longer
 * kept, it sends `too-old` instead, and nothing until the page asks again.
 *
 * @example
 * const log = new NumberedLog(100);
 * replaysFrom(log)(server);
 */
export function replaysFrom(log: NumberedLog): Behaviour {
  return forEachConnection((connection) => {
    let stopFollowing = () => {};
    const stop = onMessageOf(connection, 'resume', ({ since }) => {
      stopFollowing();
      const { oldest, latest } = log;
      const missed = since > latest ? undefined : log.since(since);
      if (!missed) {
        tell(connection, { type: 'too-old', oldest, latest });
        return;
      }
      for (const { seq, body } of missed) tell(connection, { type: 'event', seq, body });
      tell(connection, { type: 'resumed', latest });
      stopFollowing = log.onAdd(({ seq, body }) => tell(connection, { type: 'event', seq, body }));
    });
    return () => {
      stop();
      stopFollowing();
    };
  });
}
