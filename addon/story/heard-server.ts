import type { Behaviour } from '../../mocks/behaviour.ts';
import { ServerGroup } from '../../mocks/server-group.ts';
import type { ServerConnection, SocketServer, SocketVerbs } from '../../mocks/socket-server.ts';
import { refuseUnknownName } from './unknown-name.ts';

/** A verb as it was said, with its arguments. */
export interface Call {
  readonly verb: keyof SocketVerbs | 'latencyMs' | 'stream';
  readonly args: readonly unknown[];
  /** The name of the server that it was said of. @default the story's one, or all of them */
  readonly server?: string;
  /** Which connection it was said of, counted from 0. @default the whole server */
  readonly connection?: number;
}

/** Is told of each call, before it is done. What it returns is called where it could not be done. */
export type HearCall = (call: Call) => () => void;

/** What has been sent over and over. */
export interface Streamed {
  /** Of all streams since the story began. */
  readonly count: number;
  /** Of the last one. */
  readonly message: unknown;
  readonly perSecond: number;
}

export interface HeardServer extends SocketServer {
  /** The servers that it is made of, by their names. Empty where it is one server. */
  readonly servers: Readonly<Record<string, HeardServer>>;
  readonly streamed: Streamed;
  /** Tells of each call from now on, whoever says it. Returns the undo. One listener at a time. */
  hearCalls(hear: HearCall): () => void;
  /** Gives the server a behaviour. What that does by itself is no call. Returns the undo. */
  behave(behaviour: Behaviour): () => void;
}

const hearNothing: HearCall = () => () => undefined;

const VERBS: Readonly<Record<keyof SocketVerbs, true>> = {
  accept: true,
  hold: true,
  refuse: true,
  send: true,
  ping: true,
  close: true,
  answerClose: true,
  drop: true,
  fail: true,
  stall: true,
  resume: true,
};

const isVerb = (name: string | symbol): name is keyof SocketVerbs => name in VERBS;

/**
 * The same server, of which each verb is heard, whoever says it: the page, Controls, the panel, a play
 * function. So are those of its connections, and of the servers that it is made of, which it has by their
 * names; any other name is an error. A stream is not one verb: it is counted.
 */
export function heardServer(server: SocketServer): HeardServer {
  let listener = hearNothing;
  const hear: HearCall = (call) => listener(call);
  let streamed: Streamed = { count: 0, message: '', perSecond: 0 };
  const parts = Object.entries(server instanceof ServerGroup ? server.servers : {}).map(
    ([name, part]) => [name, heardServer(part)] as const,
  );
  const servers = Object.fromEntries(parts);
  const known = new WeakMap<ServerConnection, ServerConnection>();

  const heard = (connection: ServerConnection): ServerConnection => {
    const wrapped =
      known.get(connection) ??
      withHeardVerbs(connection, {}, (call) =>
        hear({ ...call, connection: server.connections.indexOf(connection) }),
      );
    known.set(connection, wrapped);
    return wrapped;
  };

  const own: Partial<HeardServer> = {
    ...servers,
    servers,
    get streamed() {
      return streamed;
    },
    hearCalls(hear) {
      listener = hear;
      const undos = parts.map(([name, part]) =>
        part.hearCalls((call) => hear({ ...call, server: name })),
      );
      return () => {
        listener = hearNothing;
        for (const undo of undos) undo();
      };
    },
    behave: (behaviour) => behaviour(server),
    get connections() {
      return server.connections.map(heard);
    },
    get open() {
      return server.open.map(heard);
    },
    nextConnection: async () => heard(await server.nextConnection()),
    onConnection: (listener) => server.onConnection((connection) => listener(heard(connection))),
    stream: (message, { onSend, ...options }) => {
      hear({ verb: 'stream', args: [message, options] });
      return server.stream(message, {
        ...options,
        onSend() {
          streamed = { count: streamed.count + 1, message, perSecond: options.perSecond };
          onSend?.();
        },
      });
    },
  };
  const names = parts.map(([name]) => name);
  const refuse: Missing = (name) => refuseUnknownName(name, names);
  return withHeardVerbs(server, own, hear, refuse) as HeardServer;
}

/** What a name gives that the object does not have. */
type Missing = (name: string | symbol) => unknown;

/** The same object; what is in `own` stands in place of its own, and its verbs are heard. */
function withHeardVerbs<T extends SocketVerbs>(
  target: T,
  own: Partial<T>,
  hear: HearCall,
  missing: Missing = () => undefined,
): T {
  return new Proxy(target, {
    get(_, name) {
      if (name in own) return Reflect.get(own, name);
      if (!(name in target)) return missing(name);
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const takeBack = isVerb(name) ? hear({ verb: name, args }) : undefined;
        const result: unknown = Reflect.apply(value, target, args);
        if (takeBack) (result as Promise<void>).catch(takeBack);
        return result;
      };
    },
    set(_, name, value) {
      const hasChanged = Reflect.get(target, name) !== value;
      if (name === 'latencyMs' && hasChanged) hear({ verb: name, args: [value] });
      return Reflect.set(target, name, value);
    },
  });
}
