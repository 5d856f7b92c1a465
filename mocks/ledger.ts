import { now } from './clock.ts';

/** Events kept; the oldest go first. About an hour of three messages a second. */
const EVENT_LIMIT = 10_000;
/** Ended sockets kept; one that is not CLOSED is never forgotten. */
const ENDED_SOCKET_LIMIT = 1_000;

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
export type LedgerEvent = { readonly socketId: number; readonly at: number } & (
  | { readonly type: 'state'; readonly state: ReadyState }
  | { readonly type: 'open' | 'error' }
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

/** @param data of a message: handed over, and not kept */
type LedgerListener = (event: LedgerEvent, data?: MessageData) => void;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Unstamped<T> = T extends unknown ? Omit<T, 'socketId' | 'at'> : never;

/** What a socket tells the ledger about itself. */
export interface LedgerEntry {
  readonly socket: LedgerSocket;
  /** @param data of a message, for those who listen at this moment */
  record(event: Unstamped<LedgerEvent>, data?: MessageData): void;
}

/** The record of every socket made on the page, and of what happened to it. */
export class Ledger {
  #sockets = new Map<number, LedgerSocket>();
  #events: LedgerEvent[] = [];
  #socketCount = 0;
  #droppedEvents = 0;
  readonly #listeners = new Set<LedgerListener>();

  get sockets(): readonly LedgerSocket[] {
    return [...this.#sockets.values()];
  }

  /** The socket with that id, unless it has ended and is forgotten. */
  find(id: number): LedgerSocket | undefined {
    return this.#sockets.get(id);
  }

  /** At least the newest 10,000 events, oldest first. */
  get events(): readonly LedgerEvent[] {
    return this.#events;
  }

  /** How many events have gone to make room. */
  get droppedEvents(): number {
    return this.#droppedEvents;
  }

  /** Calls back for each event from now on, with what a message carries. Returns the undo. */
  subscribe(listener: LedgerListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Opens an entry for a socket that has just been made.
   * @param readState where its state can be read at any moment, instead of being recorded
   */
  open(
    made: Pick<LedgerSocket, 'url' | 'protocols' | 'transport' | 'storyId' | 'stack'>,
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
    const record = (event: Unstamped<LedgerEvent>, data?: MessageData) => {
      if (event.type === 'state' && !readState) socket.state = event.state;
      if (event.type === 'message' && event.direction === 'in') {
        socket.messagesIn += 1;
        socket.bytesIn += event.bytes;
      }
      if (event.type === 'message' && event.direction === 'out') {
        socket.messagesOut += 1;
        socket.bytesOut += event.bytes;
      }
      this.#append({ ...event, socketId: socket.id, at: now() }, data);
    };
    record({ type: 'state', state: 'connecting' });
    return { socket, record };
  }

  #append(event: LedgerEvent, data?: MessageData): void {
    this.#events.push(event);
    if (this.#events.length > EVENT_LIMIT * 2) {
      this.#droppedEvents += this.#events.length - EVENT_LIMIT;
      this.#events = this.#events.slice(-EVENT_LIMIT);
    }
    if (event.type === 'close') this.#forgetEnded();
    for (const listener of [...this.#listeners]) listener(event, data);
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

/** The page's ledger. */
export const ledger = new Ledger();
