import { forEachConnection, type Behaviour } from '../behaviour.ts';
import type { NumberedLog } from './numbered-log.ts';
import { tell } from './protocol.ts';

/**
 * Sends every event of the log as it is added, to whoever is connected then: who is not, misses it.
 *
 * @example
 * const log = new NumberedLog();
 * numbersItsMessages(log)(server);
 * log.add('first'); // {"type":"event","seq":1,"body":"first"}
 */
export function numbersItsMessages(log: NumberedLog): Behaviour {
  return forEachConnection((connection) =>
    log.onAdd(({ seq, body }) => {
      if (connection.state === 'open') tell(connection, { type: 'event', seq, body });
    }),
  );
}
