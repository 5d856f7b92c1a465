import { ClosingHandshake } from './closing-handshake.ts';
import { ABNORMAL } from './connection.ts';
import { Inflater } from './inflater.ts';
import { Lane } from './lane.ts';
import { queueArrival, queueNetworkTask } from './network-tasks.ts';
import { PIPE_BYTES, type SendTarget } from './send-queue.ts';
import type { Closing, Payload } from './socket-server.ts';
import type { Answer, ServerEnd, Wire } from './wire.ts';

/** What Chromium tells a server that has sent a frame with a reserved opcode (RFC 6455 §7.4.1). */
const VIOLATION: Closing = { code: 1002, reason: 'Unknown opcode', wasClean: true };

/** What the wire takes while the server does not read, in what the browser hands on at once. Linux's, on loopback. */
const UNREAD_LIMIT_BYTES = 32 * PIPE_BYTES;

/** What can happen to the page's end. Each is called at the moment it happens, in a job of its own. */
export interface PageEnd {
  opened(answer: Answer): void;
  messaged(data: Payload): void;
  closing(): void;
  errored(): void;
  closed(closing: Closing): void;
  /** The wire takes bytes again. */
  writable(): void;
  /** The page's end has vanished without an event, as when its document is left. */
  vanished(): void;
}

/**
 * The wire between a `SimulatedWebSocket` and a `Connection`. What arrives at the browser, the page
 * hears of in tasks to come.
 */
export class SimulatedWire implements Wire, SendTarget {
  readonly #protocols: readonly string[];
  readonly #page: PageEnd;
  readonly #server: ServerEnd;
  readonly #toBrowser = new Lane(queueArrival);
  readonly #toServer = new Lane((arrive) => queueArrival(() => queueNetworkTask(arrive)));
  readonly #closing: ClosingHandshake;
  #isAnswered = false;
  #hasFailed = false;
  #inflater: Inflater | undefined;
  #isStalled = false;
  #unreadBytes = 0;
  #onAnswered: () => void = () => undefined;

  /** @param protocols what the page offers */
  constructor(protocols: readonly string[], page: PageEnd, server: ServerEnd) {
    this.#protocols = protocols;
    this.#page = page;
    this.#server = server;
    this.#closing = new ClosingHandshake({
      toPage: (arrive) => this.#send(arrive),
      toServer: (arrive) => this.#toServer.send(arrive),
      recall: () => this.#toBrowser.cut(),
      pageClosing: () => queueNetworkTask(() => page.closing()),
      pageClosed: (closing) => queueNetworkTask(() => this.#endPage(closing)),
      serverClosed: (closing) => server.closed(closing),
    });
  }

  /** Calls back once the page's handshake is over, however it went; at once when it is. */
  onAnswered(listener: () => void): void {
    if (this.#isAnswered) listener();
    else this.#onAnswered = listener;
  }

  take(bytes: number): number {
    if (!this.#isStalled) return bytes;
    const taken = Math.min(bytes, UNREAD_LIMIT_BYTES - this.#unreadBytes);
    this.#unreadBytes += taken;
    return taken;
  }

  pageSent(message: Payload): void {
    if (!this.#isMute) this.#toServer.send(() => this.#server.messaged(message));
  }

  pageClosed(code: number, reason: string): void {
    if (!this.#isMute) this.#closing.startAtPage({ code, reason, wasClean: true });
  }

  /** The page has given up before the handshake was answered. */
  pageAborted(): void {
    this.#toBrowser.cut();
    this.#server.closed(ABNORMAL);
    this.#answered();
    this.#failPage();
  }

  async accept(answer: Answer): Promise<void> {
    // RFC 6455 §4.1: a client fails the connection when the answer names a subprotocol that it did
    // not offer; a browser also when the answer names none of those offered.
    const isAgreed =
      this.#protocols.length === 0
        ? answer.protocol === ''
        : this.#protocols.includes(answer.protocol);
    if (!isAgreed) return this.refuse();
    if (answer.extensions !== '') this.#inflater = new Inflater();
    this.#send(() =>
      queueNetworkTask(() => {
        this.#answered();
        this.#page.opened(answer);
      }),
    );
  }

  async refuse(): Promise<void> {
    this.#send(() => {
      this.#hasFailed = true;
      this.#server.closed(ABNORMAL);
      this.#failPage();
    });
  }

  async send(message: Payload): Promise<void> {
    this.#send(() => queueNetworkTask(() => this.#page.messaged(message)), true);
  }

  async ping(data: ArrayBuffer): Promise<void> {
    // The browser answers by itself, without the page; but not once either end has begun to close.
    this.#send(() => {
      if (this.#isMute || this.#closing.hasBegun) return;
      this.#toServer.send(() => this.#server.ponged(data));
    });
  }

  async close(code: number | undefined, reason: string): Promise<void> {
    this.#closing.startAtServer(toClosing(code, reason));
  }

  async answerClose(code: number | undefined, reason: string): Promise<void> {
    this.#closing.answer = toClosing(code, reason);
  }

  async drop(): Promise<void> {
    this.#toBrowser.cut();
    this.#toServer.cut();
    this.#server.closed(ABNORMAL);
    queueArrival(() =>
      queueNetworkTask(
        () => {
          if (!this.#isAnswered) this.#page.errored();
        },
        () => this.#endPage(this.#closing.endingByCut),
      ),
    );
  }

  async fail(): Promise<void> {
    this.#toBrowser.send(() => {
      this.#hasFailed = true;
      this.#toServer.send(() => this.#server.closed(VIOLATION));
      this.#failPage();
    }, this.#server.latencyMs());
  }

  async stall(): Promise<void> {
    this.#isStalled = true;
    this.#toBrowser.stall();
    this.#toServer.stall();
  }

  async resume(): Promise<void> {
    this.#isStalled = false;
    this.#unreadBytes = 0;
    this.#toBrowser.resume();
    this.#toServer.resume();
    this.#page.writable();
  }

  dispose(): void {
    this.#toBrowser.cut();
    this.#toServer.cut();
    this.#closing.cancelTimeout();
    this.#answered();
    this.#page.vanished();
  }

  /** Whether the browser sends no more, whatever the page says. */
  get #isMute(): boolean {
    return this.#hasFailed || this.#closing.hasArrived;
  }

  #send(arrive: () => void, isMessage = false): void {
    const read = () => (this.#inflater ? this.#inflater.take(arrive, isMessage) : arrive());
    this.#toBrowser.send(read, this.#server.latencyMs());
  }

  /** The page fails the connection: https://websockets.spec.whatwg.org/#feedback-from-the-protocol */
  #failPage(): void {
    queueNetworkTask(
      () => this.#page.errored(),
      () => this.#endPage(ABNORMAL),
    );
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
