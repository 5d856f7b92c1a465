import {
  shareConnection,
  type Hear,
  type ShareConnectionOptions,
} from '../../connection/share-connection.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';
import { createStore } from '../../connection/store.ts';

/** A connection as all its users see it. */
export interface Shared {
  readonly status: Status;
  readonly users: number;
  /** When it ends, in milliseconds since 1970, where no user is left. */
  readonly endsAt?: number | undefined;
}

export const NOT_SHARED: Shared = { status: CONNECTING, users: 0 };

export type SharedSockets = ReturnType<typeof shareSockets>;

/** One connection for each URL that has users. Make it once for the app, outside the components. */
export function shareSockets(options: Pick<ShareConnectionOptions, 'lingerMs' | 'random'> = {}) {
  const connections = new Map<string, ReturnType<typeof shareConnection>>();
  const store = createStore<ReadonlyMap<string, Shared>>(new Map());

  function change(url: string, part: Partial<Shared>) {
    const before = store.get().get(url) ?? NOT_SHARED;
    store.set(new Map(store.get()).set(url, { ...before, ...part }));
  }

  function open(url: string) {
    const connection = shareConnection(url, {
      ...options,
      onStatus: (status) => change(url, { status }),
      onChange: (users, endsAt) => change(url, { users, endsAt }),
      onEnd: () => store.set(new Map([...store.get()].filter(([other]) => other !== url))),
    });
    connections.set(url, connection);
    return connection;
  }

  return {
    /** The connections that there are, by URL. */
    store,
    /** Adds a user of the connection to that URL, who hears its messages. Returns what removes them. */
    join: (url: string, hear: Hear) => (connections.get(url) ?? open(url)).join(hear),
    /** Sends where the socket is open. Returns whether it was. */
    send: (url: string, data: string) => connections.get(url)?.send(data) ?? false,
  };
}
