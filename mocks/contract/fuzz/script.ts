import type { ServerConnection, SocketServer } from '../../socket-server.ts';

export type EventName = 'open' | 'message' | 'error' | 'close';

/** Makes a listener that notes what it hears, under a name. */
export type Heard = (name: string) => (event: Event) => void;

/**
 * One thing that a page does with a socket, as a function: its source text is what is printed.
 * What it returns or throws is noted.
 */
export type PageAction = (socket: WebSocket, heard: Heard) => unknown;

/** One thing that the server does. */
export type Verb = (connection: ServerConnection) => Promise<void>;

/** What is decided about every handshake, those to come too. */
export type Policy = (server: SocketServer) => Promise<void>;

/** What the page does in an event of its socket. */
export interface Reaction {
  readonly on: EventName;
  /** In the first of them, the second, … from 0. */
  readonly nth: number;
  /** In the listener itself, or in a microtask that it queues. */
  readonly when: 'listener' | 'microtask';
  /** `connect` makes another socket, to which nothing reacts. */
  readonly actions: readonly (PageAction | 'connect')[];
}

/**
 * One step, with all that comes of it. The next begins when nothing more comes. In a step the page
 * acts in one task, or the server's frames leave in one piece: nothing in it races.
 */
export type Step =
  | {
      readonly kind: 'connect';
      readonly protocols: string | readonly string[];
      readonly reactions: readonly Reaction[];
      readonly actions: readonly PageAction[];
    }
  /** `socket` counts those that exist, from 0, and begins again behind the last. */
  | { readonly kind: 'page'; readonly socket: number; readonly actions: readonly PageAction[] }
  | { readonly kind: 'server'; readonly socket: number; readonly verbs: readonly Verb[] }
  /** Stays silent, or ends the silence, from this step on. */
  | { readonly kind: 'silence'; readonly socket: number; readonly verb: 'stall' | 'resume' }
  | { readonly kind: 'policy'; readonly decide: Policy };

export type FuzzScript = readonly Step[];
