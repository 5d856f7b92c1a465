import type { Behaviour } from './behaviour.ts';
import type { ServerConnection } from './socket-server.ts';
import { Subscribable } from './subscribable.ts';

/**
 * Gives each connection its own behaviour: the first to the first, the second to the second, and the last
 * to all that come after.
 * @throws {TypeError} without a behaviour
 *
 * @example
 * sequence(refuses(), refuses(), accepts())(server);
 */
export function sequence(...behaviours: readonly Behaviour[]): Behaviour {
  if (behaviours.length === 0)
    throw new TypeError('sequence() has no behaviour to give. Pass at least one.');
  return (server) => {
    const turns = behaviours.map((behaviour) => {
      const connections = new Subscribable<[connection: ServerConnection]>();
      return {
        give: (connection: ServerConnection) => connections.notify(connection),
        undo: behaviour({ onConnection: (listener) => connections.add(listener) }),
      };
    });
    let count = 0;
    const stop = server.onConnection((connection) => {
      turns[Math.min(count, turns.length - 1)]?.give(connection);
      count += 1;
    });
    return () => {
      stop();
      for (const { undo } of turns) undo();
    };
  };
}
