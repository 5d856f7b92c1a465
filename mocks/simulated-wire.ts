import { ClosingHandshake } from './closing-handshake.ts';
import { ABNORMAL } from './connection.ts';
import { Lane } from './lane.ts';
import { queueNetworkTask } from './network-tasks.ts';
import { PageBuffer } from './page-buffer.ts';
import type { Closing, Payload } from './socket-server.ts';
import type { Answer, ServerEnd, Wire } from './wire.ts';

/** What Chromium tells a server that has sent a frame with a reserved opcode (RFC 6455 §7.4.1). */
const VIOLATION: Closing = { code: 1002, reason: 'Unknown opcode', wasClean: true };

/** What can happen to the page's end. Each is called at the moment it happens, in a job of its own. */
export interface PageEnd {
  opened(answer: Answer): void;
  messaged(data: Payload): void;
  closing(): void;
  errored(): void;
  closed(closing: Closing): void;
  /** The page's end has vanished without an event, as when its document is left. */
  vanished(): void;
}

/** The wire between a `SimulatedWebSocket` and a `Connection`. */
export class SimulatedWire implements Wire {
  readonly #protocols: readonly string[];
  readonly #page: PageEnd;
  readonly #server: ServerEnd;
  readonly #toPage = new Lane(queueNetworkTask);
  readonly #toServer = new Lane(queueNetworkTask);
  readonly #buffer = new PageBuffer();
  readonly #closing: ClosingHandshake;
  #isAnswered = false;
  #onAnswered: () => void = () => undefined;

  /** @param protocols what the page offers */
  constructor(protocols: readonly string[], page: PageEnd, server: ServerEnd) {
    this.#protocols = protocols;
    this.#page = page;
    this.#server = server;
    this.#closing = new ClosingHandshake({
      toPage: (arrive) => this.#send(arrive),
      toServer: (arrive) => this.#toServer.send(arrive),
      pageClosing: () => page.closing(),
      pageClosed: (closing) => this.#endPage(closing),
      serverClosed: (closing) => server.closed(closing),
    });
  }

  /** Calls back once the page's handshake is over, however it went; at once when it is. */
  onAnswered(listener: () => void): void {
    if (this.#isAnswered) listener();
    else this.#onAnswered = listener;
  }

  /** The page has sent a message. `taken` is told how many bytes have left the page's buffer. */
  pageSent(data: Payload, bytes: number, taken: (bytes: number) => void): void {
    this.#buffer.add(bytes, taken);
    this.#toServer.send(() => this.#server.messaged(data));
  }

  /** The page has started the closing handshake; `code` 1005 stands for a frame without one. */
  pageClosed(code: number, reason: string): void {
    this.#closing.startAtPage({ code, reason, wasClean: true });
  }

  /** The page has given up before the handshake was answered. */
  pageAborted(): void {
    this.#toPage.cut();
    this.#server.closed(ABNORMAL);
    this.#answered();
    queueNetworkTask(() => this.#page.errored());
    queueNetworkTask(() => this.#page.closed(ABNORMAL));
  }

  async accept(answer: Answer): Promise<void> {
    // RFC 6455 §4.1: a client fails the connection when the answer names a subprotocol that it did
    // not offer; a browser also when the answer names none of those offered.
    const isAgreed =
      this.#protocols.length === 0
        ? answer.protocol === ''
        : this.#protocols.includes(answer.protocol);
    if (!isAgreed) {
      this.#failPage();
      return;
    }
    this.#send(() => {
      this.#answered();
      this.#page.opened(answer);
    });
  }

  async refuse(): Promise<void> {
    this.#failPage();
  }

  async send(message: Payload): Promise<void> {
    this.#send(() => this.#page.messaged(message));
  }

  async ping(data: ArrayBuffer): Promise<void> {
    // The browser answers by itself, without the page.
    this.#send(() => this.#toServer.send(() => this.#server.ponged(data)));
  }

  async close(code: number | undefined, reason: string): Promise<void> {
    this.#closing.startAtServer(toClosing(code, reason));
  }

  async answerClose(code: number | undefined, reason: string): Promise<void> {
    this.#closing.answer = toClosing(code, reason);
  }

  async drop(): Promise<void> {
    this.#toPage.cut();
    this.#toServer.cut();
    this.#server.closed(ABNORMAL);
    queueNetworkTask(() => {
      if (!this.#isAnswered) this.#page.errored();
    });
    queueNetworkTask(() => this.#endPage(this.#closing.endingByCut));
  }

  async fail(): Promise<void> {
    this.#send(() => {
      this.#page.errored();
      this.#toServer.send(() => this.#server.closed(VIOLATION));
    });
    this.#send(() => this.#endPage(ABNORMAL));
  }

  async stall(): Promise<void> {
    this.#buffer.stall();
    this.#toPage.stall();
    this.#toServer.stall();
  }

  async resume(): Promise<void> {
    this.#buffer.resume();
    this.#toPage.resume();
    this.#toServer.resume();
  }

  dispose(): void {
    this.#toPage.cut();
    this.#toServer.cut();
    this.#closing.cancelTimeout();
    this.#answered();
    this.#page.vanished();
  }

  #send(arrive: () => void): void {
    this.#toPage.send(arrive, this.#server.latencyMs());
  }

  /** The page fails the connection: https://websockets.spec.whatwg.org/#feedback-from-the-protocol */
  #failPage(): void {
    this.#send(() => this.#page.errored());
    this.#send(() => this.#endPage(ABNORMAL));
    this.#server.closed(ABNORMAL);
  }

  #endPage(closing: Closing): void {
    this.#answered();
    this.#closing.cancelTimeout();
    this.#page.closed(closing);
  }

  #answered(): void {
    this.#isAnswered = true;
    this.#onAnswered();
    this.#onAnswered = () => undefined;
  }
}

/** Without a code a Close frame is empty, and who receives it is told 1005 (RFC 6455 §7.1.5). */
function toClosing(code: number | undefined, reason: string): Closing {
  return code === undefined
    ? { code: 1005, reason: '', wasClean: true }
    : { code, reason, wasClean: true };
}
