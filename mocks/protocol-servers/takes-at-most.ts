import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { now } from '../clock.ts';

/**
 * Closes a connection with 1008 (policy violation) as soon as more than `perSecond` messages have come
 * within any one second.
 *
 * @example
 * takesAtMost(10)(server);
 */
export function takesAtMost(perSecond: number): Behaviour {
  return forEachConnection((connection) => {
    /** When the last messages came, oldest first. */
    const times: number[] = [];
    return connection.onMessage(() => {
      const time = now();
      while (times[0] !== undefined && time - times[0] >= 1_000) times.shift();
      times.push(time);
      if (times.length > perSecond) void connection.close(1008, `more than ${perSecond} a second`);
    });
  });
}
