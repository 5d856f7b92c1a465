/**
 * What a page and its live server say to each other on the control channel: JSON in text frames. A
 * header with `hasPayload` is followed by a frame that is the payload itself, text or bytes.
 */
import type { RequestHead } from '../../src/protocol/handshake.ts';
import type { Closing } from '../socket-server.ts';
import type { Answer } from '../wire.ts';

/** A verb for one connection. `call` counts from 1, and comes back in the answer. */
export type Command = {
  readonly call: number;
  readonly connection: string;
  readonly hasPayload?: boolean;
  /** How long what it sends is on its way. Verbs that send nothing act at once. */
  readonly latencyMs: number;
} & (
  | ({ readonly verb: 'accept' } & Answer)
  | { readonly verb: 'refuse'; readonly status: number }
  | { readonly verb: 'send' | 'ping' }
  | {
      readonly verb: 'close' | 'answerClose';
      readonly code: number | undefined;
      readonly reason: string;
    }
  | { readonly verb: 'fail' | 'drop' | 'stall' | 'resume' }
);

/** What has happened at the live server. */
export type Report = { readonly hasPayload?: boolean } &
  /** The first: where the page's sockets go. */
  (
    | { readonly report: 'listening'; readonly url: string }
    | {
        readonly report: 'connection';
        readonly connection: string;
        readonly protocols: readonly string[];
        readonly requestHead: RequestHead;
      }
    | { readonly report: 'message' | 'pong'; readonly connection: string }
    | ({ readonly report: 'closed'; readonly connection: string } & Closing)
    /** The verb is carried out, or will be after its latency. */
    | { readonly report: 'done'; readonly call: number }
    /** It cannot be carried out. With latency this may come after `done`. */
    | { readonly report: 'failed'; readonly call: number; readonly error: string }
  );

/** Puts headers and payloads together again. */
export class ControlReader<Header extends { readonly hasPayload?: boolean }, Data> {
  readonly #read: (header: Header, payload: Data | undefined) => void;
  #waiting: Header | undefined;

  constructor(read: (header: Header, payload: Data | undefined) => void) {
    this.#read = read;
  }

  /** @throws {SyntaxError} when a header is not JSON */
  frame(data: Data): void {
    const header = this.#waiting;
    this.#waiting = undefined;
    if (header) {
      this.#read(header, data);
      return;
    }
    const parsed = JSON.parse(String(data)) as Header;
    if (parsed.hasPayload) this.#waiting = parsed;
    else this.#read(parsed, undefined);
  }
}
