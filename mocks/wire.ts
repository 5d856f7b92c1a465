import type { Closing, Payload, ServerConnection } from './socket-server.ts';

/** What a page has asked for. */
export type Handshake = Pick<ServerConnection, 'id' | 'url' | 'protocols' | 'requestHead'>;

/** What the answer to a handshake says. */
export interface Answer {
  /** The subprotocol agreed on; empty for none. */
  readonly protocol: string;
  /** The extensions agreed on, as the header has them; empty for none. */
  readonly extensions: string;
}

/**
 * Carries the verbs of a `Connection`. By the time one comes here, it applies, and its arguments are
 * checked.
 */
export interface Wire {
  /** Answers the handshake with 101. */
  accept(answer: Answer): Promise<void>;
  /** Answers the handshake with an HTTP status. */
  refuse(status: number): Promise<void>;
  send(message: Payload): Promise<void>;
  ping(data: ArrayBuffer): Promise<void>;
  /** Sends a Close frame, empty where there is no code. */
  close(code: number | undefined, reason: string): Promise<void>;
  /** From now on answers the page's Close frame with this, and not with the same. */
  answerClose(code: number | undefined, reason: string): Promise<void>;
  drop(): Promise<void>;
  /** Sends what is no frame. */
  fail(): Promise<void>;
  /** Neither sends nor reads until `resume`. */
  stall(): Promise<void>;
  resume(): Promise<void>;
  /** Ends both sides at once, and tells neither. */
  dispose(): void;
}

/** What a wire tells the server's end. */
export interface ServerEnd {
  /** Delay before what this end sends now. */
  readonly latencyMs: () => number;
  messaged(message: Payload): void;
  ponged(data: ArrayBuffer): void;
  /** The connection has ended, as this end sees it. Only the first time counts. */
  closed(closing: Closing): void;
}
