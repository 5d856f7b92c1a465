/**
 * The server of a story's sockets: one interface, whatever carries the bytes.
 */
import type { RequestHead } from '../src/protocol/handshake.ts';

/** What travels in a message, as the server receives it. */
export type Payload = string | ArrayBuffer;

/** What the server can send. */
export type Message = Payload | ArrayBufferView | Blob;

/** How a connection ended, as the server saw it. Codes: RFC 6455 §7.4. */
export interface Closing {
  /** Status code of the Close frame; 1005 where it carried none, 1006 where no frame came. */
  readonly code: number;
  readonly reason: string;
  /** Whether both Close frames were exchanged (RFC 6455 §7.1.4). */
  readonly wasClean: boolean;
}

export interface AcceptOptions {
  /**
   * The subprotocol to agree on. A browser fails the connection when it did not offer this one,
   * or when it offered some and gets none (RFC 6455 §4.1).
   * @default the first that the page offered, or none
   */
  readonly protocol?: string;
  /** The extension to agree on (RFC 7692), which a page can read on its socket. @default none */
  readonly extensions?: '' | 'permessage-deflate';
}

/** How the server answers handshakes. */
export interface AnswerOptions extends AcceptOptions {
  /** Closes each connection as soon as it is open. Arguments as those of `close`. @default not at all */
  readonly thenClose?: { readonly code?: number | undefined; readonly reason?: string };
}

export interface StreamOptions {
  /** How often, above 0. */
  readonly perSecond: number;
  /** How many times; `Infinity` until `signal` says so. */
  readonly count: number;
  /** Ends it early: the promise then rejects with the signal's reason. @default nothing does */
  readonly signal?: AbortSignal;
  /** Calls back each time it is sent. */
  readonly onSend?: () => void;
}

/** What becomes of handshakes: a verb that decides them, or `close`, for `accept` with `thenClose`. */
export type HandshakePolicy = 'accept' | 'hold' | 'refuse' | 'close';

/**
 * What the server can do. Each verb answers as soon as the server has acted. One that is said while the
 * handshake is unanswered is done right behind the answer: a `send` then comes right after `open`.
 */
export interface SocketVerbs {
  /** Answers the handshake with 101: the page sees `open`. */
  accept(options?: AcceptOptions): Promise<void>;
  /** Leaves the handshake unanswered: the page stays CONNECTING until `accept` or `refuse`. */
  hold(): Promise<void>;
  /**
   * Answers the handshake with an HTTP error: never `open`; `error`, then `close` 1006, not clean.
   * @param status HTTP status, 400 to 599. The page cannot see which. @default 503
   */
  refuse(status?: number): Promise<void>;
  /**
   * Sends a message. Text stays text; bytes reach the page as its `binaryType` asks.
   * @throws {TypeError} for what is no text, ArrayBuffer, view or Blob
   */
  send(data: Message): Promise<void>;
  /**
   * Sends a Ping frame, which the browser answers by itself: the page sees nothing of it.
   * @param data at most 125 bytes, which come back in the Pong
   */
  ping(data?: Payload): Promise<void>;
  /**
   * Starts the closing handshake: the page is CLOSING, then sees `close`, clean.
   * @param code 1000–1003, 1007–1014 or 3000–4999. Without one, the page sees 1005.
   * @param reason at most 123 bytes of UTF-8
   * @throws {DOMException} `InvalidAccessError` for the code, `SyntaxError` for the reason
   */
  close(code?: number, reason?: string): Promise<void>;
  /**
   * From now on answers the page's Close with this, which the page then sees, and not with what the
   * page has said. Arguments as those of `close`.
   */
  answerClose(code?: number, reason?: string): Promise<void>;
  /** Cuts the cable: `close` 1006, not clean, and no `error`. */
  drop(): Promise<void>;
  /** Violates the protocol: `error`, then `close` 1006, not clean. */
  fail(): Promise<void>;
  /** Goes silent: nothing more is sent or answered, while the page's socket stays OPEN. */
  stall(): Promise<void>;
  /** Ends `stall`: what was held back is sent, what was not read is read. */
  resume(): Promise<void>;
}

/** The server's end of one socket. On one that has ended, every verb does nothing. */
export interface ServerConnection extends SocketVerbs {
  readonly id: string;
  /** What the page has connected to, with its query. */
  readonly url: string;
  /** Subprotocols the page offered, in its order. */
  readonly protocols: readonly string[];
  /**
   * The request of the handshake as the server received it, headers in their order, with the values
   * of `Cookie` and `Authorization` hidden. Only a live server has one: a simulated socket sends none.
   */
  readonly requestHead?: RequestHead;
  readonly state: 'connecting' | 'open' | 'closing' | 'closed';
  /** Whether it is silent: stalled, and neither resumed nor ended since. */
  readonly isStalled: boolean;
  /** Every message that has arrived, oldest first. */
  readonly received: readonly Payload[];
  /** Calls back for each message from now on. Returns the undo. */
  onMessage(listener: (data: Payload) => void): () => void;
  /** Calls back for each Pong frame from now on. Returns the undo. */
  onPong(listener: (data: ArrayBuffer) => void): () => void;
  /** Calls back once when the connection has ended (at once when it already has). Returns the undo. */
  onClose(listener: (closing: Closing) => void): () => void;
}

/**
 * The server of one story. A verb acts on every connection that it can act on. `accept`, `hold`,
 * `refuse` and `answerClose` also decide about later ones; `send`, `ping`, `close`, `drop`, `fail` and
 * `stall` reject where there is no connection that they could act on.
 */
export interface SocketServer extends SocketVerbs {
  /** Where it listens: there, and at each path below. It carries the story's id. */
  readonly url: string;
  /** Delay before everything the server sends: handshake answer, message, close. @default 0 */
  latencyMs: number;
  /** What becomes of later handshakes: the last that was called. @default 'accept' */
  readonly policy: HandshakePolicy;
  /** Answers handshakes with 101. A connection that is open already stays so, also with `thenClose`. */
  accept(options?: AnswerOptions): Promise<void>;
  /** Why no verb can do anything any more: a live server that is gone. None where it is there. */
  readonly loss: Error | undefined;
  /** Every connection since the story began, oldest first. */
  readonly connections: readonly ServerConnection[];
  /** Those that are open now. */
  readonly open: readonly ServerConnection[];
  /** Every message from every connection, oldest first. */
  readonly received: readonly Payload[];
  /**
   * The next connection, message or end that no earlier call has returned: one that has already
   * happened is never missed.
   * @throws {Error} when none comes within ten seconds; it says which sockets the page made, and where
   * they went
   */
  nextConnection(): Promise<ServerConnection>;
  nextMessage(): Promise<Payload>;
  nextClose(): Promise<Closing>;
  /**
   * Sends a message over and over, each time on every connection that is open then.
   * @returns when the last is sent; never, where the server is disposed before
   * @throws what the signal was aborted with
   */
  stream(data: Payload, options: StreamOptions): Promise<void>;
  /** Calls back for each connection from now on, before its handshake is answered. Returns the undo. */
  onConnection(listener: (connection: ServerConnection) => void): () => void;
  /**
   * Calls back when `policy`, `latencyMs`, `loss`, or the `state` or `isStalled` of a connection has changed,
   * and when there is another connection. Returns the undo.
   */
  onChange(listener: () => void): () => void;
  /** Ends everything: connections are cut and no one is told; listeners and timers are gone. */
  dispose(): void;
}
