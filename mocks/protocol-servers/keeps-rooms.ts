import { forEachConnection, type Behaviour } from '../behaviour.ts';
import type { ServerConnection } from '../socket-server.ts';
import { onMessageOf, tell } from './protocol.ts';

export interface RoomOptions {
  /** Why a room cannot be joined: `join` is answered with `refused`. @default each room can */
  readonly refuses?: (room: string) => string | undefined;
}

export interface Rooms {
  /** Sends to everyone who is in the room now. */
  say(room: string, body: unknown): void;
  /** How many connections are in the room now. */
  count(room: string): number;
}

/**
 * Knows who is in which room: `join` is answered with `joined` or `refused`, `leave` with `left`; what is
 * said in a room goes to everyone in it, with the `ref` of their own last join. A connection that ends is in
 * no room any more.
 *
 * @example
 * const rooms = keepsRooms({ refuses: (room) => (room === 'staff' ? 'members only' : undefined) });
 * rooms(server);
 * rooms.say('news', 'hello');
 */
export function keepsRooms({ refuses = () => undefined }: RoomOptions = {}): Behaviour & Rooms {
  /** Who is in a room, each with the `ref` of the join. */
  const rooms = new Map<string, Map<ServerConnection, string>>();
  const membersOf = (room: string) => rooms.get(room) ?? new Map<ServerConnection, string>();
  const say = (room: string, body: unknown) => {
    for (const [member, ref] of membersOf(room)) tell(member, { type: 'said', room, ref, body });
  };

  const behaviour = forEachConnection((connection) => {
    const stops = [
      onMessageOf(connection, 'join', ({ room, ref }) => {
        const reason = refuses(room);
        if (reason !== undefined) {
          tell(connection, { type: 'refused', room, ref, reason });
          return;
        }
        rooms.set(room, membersOf(room).set(connection, ref));
        tell(connection, { type: 'joined', room, ref });
      }),
      onMessageOf(connection, 'leave', ({ room }) => {
        membersOf(room).delete(connection);
        tell(connection, { type: 'left', room });
      }),
      onMessageOf(connection, 'say', ({ room, body }) => {
        if (membersOf(room).has(connection)) say(room, body);
        else tell(connection, { type: 'error', about: 'say', reason: `join ${room} first` });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      for (const members of rooms.values()) members.delete(connection);
    };
  });
  return Object.assign(behaviour, { say, count: (room: string) => membersOf(room).size });
}
