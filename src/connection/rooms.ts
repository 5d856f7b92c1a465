import { readJson } from './read-json.ts';
import { createStore, type Store } from './store.ts';

/** How far a room is joined. `away`: there is no connection, and it is joined with the next one. */
export interface Room {
  readonly state: 'away' | 'joining' | 'joined' | 'refused';
  /** Of the newest join. The server says it with everything that belongs to this join. */
  readonly ref: string;
  readonly watchers: number;
  /** Messages of an older join, which were ignored. */
  readonly late: number;
}

export const NOT_JOINED: Room = { state: 'away', ref: '', watchers: 0, late: 0 };

type Hear = (body: unknown) => void;

export interface Rooms {
  /** The rooms that are watched, by name. */
  readonly store: Store<ReadonlyMap<string, Room>>;
  /** Adds a watcher: the first joins the room. Returns what removes the watcher: the last leaves it. */
  readonly watch: (name: string, hear: Hear) => () => void;
  /** There is a connection: all watched rooms are joined on it. */
  readonly opened: (send: (message: string) => void) => void;
  readonly closed: () => void;
  /** Takes a message of the server. Returns whether it was about a room. */
  readonly heard: (data: unknown) => boolean;
}

/** Keeps a page in the rooms that it watches, on one connection after the other. */
export function createRooms(): Rooms {
  const store = createStore<ReadonlyMap<string, Room>>(new Map());
  const watchers = new Map<string, Set<Hear>>();
  let send: ((message: string) => void) | undefined;
  let joins = 0;

  function change(name: string, part: Partial<Room>) {
    const before = store.get().get(name) ?? NOT_JOINED;
    store.set(new Map(store.get()).set(name, { ...before, ...part }));
  }

  function join(name: string) {
    if (!send) return;
    const ref = String(++joins);
    change(name, { state: 'joining', ref });
    send(JSON.stringify({ type: 'join', room: name, ref }));
  }

  function leaveUnwatched(name: string) {
    if (watchers.get(name)?.size !== 0) return;
    watchers.delete(name);
    store.set(new Map([...store.get()].filter(([other]) => other !== name)));
    send?.(JSON.stringify({ type: 'leave', room: name }));
  }

  return {
    store,
    watch(name, hear) {
      const isFirst = !watchers.has(name);
      const own: Hear = (body) => hear(body);
      const others = watchers.get(name) ?? new Set();
      watchers.set(name, others.add(own));
      change(name, { watchers: others.size });
      if (isFirst) join(name);
      return () => {
        others.delete(own);
        change(name, { watchers: others.size });
        // Not yet: where one component replaces another, React unmounts the one before it mounts the other.
        queueMicrotask(() => leaveUnwatched(name));
      };
    },
    opened(newSend) {
      send = newSend;
      for (const name of watchers.keys()) join(name);
    },
    closed() {
      send = undefined;
      for (const name of watchers.keys()) change(name, { state: 'away' });
    },
    heard(data) {
      const { type, room, ref, body } = readJson(data);
      if (typeof room !== 'string') return false;
      const known = store.get().get(room);
      if (!known || type === 'left') return true;
      if (ref !== known.ref) change(room, { late: known.late + 1 });
      else if (type === 'joined' || type === 'refused') change(room, { state: type });
      else if (type === 'said') for (const hear of watchers.get(room) ?? []) hear(body);
      return true;
    },
  };
}
