import { now } from './clock.ts';
import { Subscribable } from './subscribable.ts';

/** Ended sockets kept; one that is not CLOSED is never forgotten. */
const ENDED_SOCKET_LIMIT = 1_000;

/**
 * Where a socket goes: to a server here, simulated or live; to a handler of MSW; nowhere, because its story
 * has been left, or no server answers its URL; or to the network, because no server here answers its URL.
 */
export type Goal = 'server' | 'handler' | 'left' | 'refused' | 'network';

export type ReadyState = 'connecting' | 'open' | 'closing' | 'closed';

/** By `readyState`: https://websockets.spec.whatwg.org/#dom-websocket-readystate */
export const READY_STATES: readonly ReadyState[] = ['connecting', 'open', 'closing', 'closed'];

/** One socket made on the page. Times are milliseconds of `performance.now()`. */
export interface LedgerSocket {
  /** Counts from 1, in the order of their making. */
  readonly id: number;
  readonly url: string;
  readonly protocols: readonly string[];
  /** Whether the lab answers it, or the network does. */
  readonly transport: 'simulated' | 'browser';
  readonly goal: Goal;
  /** Id of the story at whose server the socket was aimed; none where no story's server was. */
  readonly storyId: string | undefined;
  readonly madeAt: number;
  /** The stack of `new WebSocket()`. */
  readonly stack: string;
  readonly state: ReadyState;
  readonly messagesIn: number;
  readonly messagesOut: number;
  /** Payload bytes; text counts as UTF-8. */
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Something that happened to a socket. */
export type LedgerEvent = { readonly socketId: number; readonly at: number } &
  /** The first, with the record that is kept up to date from then on. */
  (
    | { readonly type: 'created'; readonly socket: LedgerSocket }
    /** A transition, told once, before the event that the page sees of it. */
    | { readonly type: 'state'; readonly state: ReadyState }
    | { readonly type: 'open' | 'error' }
    /** `send` on a socket that is CLOSING or CLOSED. Only of a simulated one: the browser says so itself. */
    | { readonly type: 'discarded' }
    | { readonly type: 'message'; readonly direction: 'in' | 'out'; readonly bytes: number }
    | {
        readonly type: 'close';
        readonly code: number;
        readonly reason: string;
        readonly wasClean: boolean;
      }
  );

/** The payload of a message, as the page gave or got it. */
export type MessageData = string | ArrayBuffer | Blob;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Unstamped<T> = T extends { readonly type: 'created' } ? never : Omit<T, 'socketId' | 'at'>;

/** What a socket tells the ledger about itself. */
export interface LedgerEntry {
  readonly socket: LedgerSocket;
  /** @param data of a message, for those who listen at this moment */
  record(event: Unstamped<LedgerEvent>, data?: MessageData): void;
}

/** The record of every socket made on the page. What happens to one is told, and not kept. */
export class Ledger {
  #sockets = new Map<number, LedgerSocket>();
  #socketCount = 0;
  readonly #events = new Subscribable<[event: LedgerEvent, data?: MessageData]>();

  get sockets(): readonly LedgerSocket[] {
    return [...this.#sockets.values()];
  }

  /** Of all sockets ever made. */
  get socketCount(): number {
    return this.#socketCount;
  }

  /** Calls back for each event from now on, with what a message carries. Returns the undo. */
  subscribe(listener: (event: LedgerEvent, data?: MessageData) => void): () => void {
    return this.#events.add(listener);
  }

  /**
   * Opens an entry for a socket that has just been made.
   * @param readState where its state can be read at any moment, instead of being recorded
   */
  open(
    made: Pick<LedgerSocket, 'url' | 'protocols' | 'transport' | 'goal' | 'storyId' | 'stack'>,
    readState?: () => ReadyState,
  ): LedgerEntry {
    const socket: Mutable<LedgerSocket> = {
      ...made,
      id: ++this.#socketCount,
      madeAt: now(),
      state: 'connecting',
      messagesIn: 0,
      messagesOut: 0,
      bytesIn: 0,
      bytesOut: 0,
    };
    if (readState) Object.defineProperty(socket, 'state', { get: readState, enumerable: true });
    this.#sockets.set(socket.id, socket);
    const { id: socketId } = socket;
    let told: ReadyState = 'connecting';
    const record = (event: Unstamped<LedgerEvent>, data?: MessageData) => {
      if (event.type === 'state') {
        if (event.state === told) return;
        told = event.state;
        if (!readState) socket.state = event.state;
      }
      if (event.type === 'message') count(socket, event);
      if (event.type === 'close') this.#forgetEnded();
      this.#events.notify({ ...event, socketId, at: now() }, data);
    };
    this.#events.notify({ type: 'created', socket, socketId, at: socket.madeAt });
    return { socket, record };
  }

  #forgetEnded(): void {
    let excess = this.#sockets.size - ENDED_SOCKET_LIMIT;
    for (const socket of this.#sockets.values()) {
      if (excess <= 0) return;
      if (socket.state !== 'closed') continue;
      this.#sockets.delete(socket.id);
      excess -= 1;
    }
  }
}

function count(
  socket: Mutable<LedgerSocket>,
  { direction, bytes }: { readonly direction: 'in' | 'out'; readonly bytes: number },
): void {
  if (direction === 'in') {
    socket.messagesIn += 1;
    socket.bytesIn += bytes;
  } else {
    socket.messagesOut += 1;
    socket.bytesOut += bytes;
  }
}

/** The page's ledger. */
export const ledger = new Ledger();
