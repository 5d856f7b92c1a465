import { after } from './clock.ts';
import { ABNORMAL } from './connection.ts';
import { Lane } from './lane.ts';
import { queueNetworkTask } from './network-tasks.ts';
import type { Closing, Payload } from './socket-server.ts';
import type { ServerEnd, Wire } from './wire.ts';

/** Chromium gives up on a Close frame that is never answered: 1006, not clean, no `error`. */
const CLOSE_ANSWER_TIMEOUT_MS = 60_000;
/** Chromium ends an answered closing handshake itself when the server leaves TCP open: clean. */
const TCP_CLOSE_TIMEOUT_MS = 2_000;

/** What the wire takes while the server does not read; the rest stays in the page's buffer. Linux's, on loopback. */
const UNREAD_LIMIT_BYTES = 4 * 2 ** 20;
/** What Chromium tells a server that has sent a frame with a reserved opcode (RFC 6455 §7.4.1). */
const VIOLATION: Closing = { code: 1002, reason: 'Unknown opcode', wasClean: true };

/** What can happen to the page's end. Each is called at the moment it happens, in a job of its own. */
export interface PageEnd {
  opened(protocol: string): void;
  messaged(data: Payload): void;
  closing(): void;
  errored(): void;
  closed(closing: Closing): void;
  /** The page's end is gone without an event, as when its document is left. */
  vanished(): void;
}

/** The wire between a `SimulatedWebSocket` and a `Connection`. */
export class SimulatedWire implements Wire {
  readonly #protocols: readonly string[];
  readonly #page: PageEnd;
  readonly #server: ServerEnd;
  readonly #toPage = new Lane(queueNetworkTask);
  readonly #toServer = new Lane(queueNetworkTask);
  /** The Close frame that the page has received: it ends cleanly however TCP ends after that. */
  #closeFrameAtPage: Closing | undefined;
  #hasPageClosed = false;
  #hasServerClosed = false;
  #hasServerHungUp = false;
  #cancelTimeout: (() => void) | undefined;
  #isAnswered = false;
  #onAnswered: () => void = () => undefined;
  #isStalled = false;
  #unreadBytes = 0;
  readonly #untaken: (() => void)[] = [];

  /** @param protocols what the page offers */
  constructor(protocols: readonly string[], page: PageEnd, server: ServerEnd) {
    this.#protocols = protocols;
    this.#page = page;
    this.#server = server;
  }

  /** Calls back once the page's handshake is over, however it went; at once when it is. */
  onAnswered(listener: () => void): void {
    if (this.#isAnswered) listener();
    else this.#onAnswered = listener;
  }

  /** The page has sent a message. `taken` is told how many bytes have left the page's buffer. */
  pageSent(data: Payload, bytes: number, taken: (bytes: number) => void): void {
    const takenAtOnce = this.#isStalled
      ? Math.min(bytes, UNREAD_LIMIT_BYTES - this.#unreadBytes)
      : bytes;
    queueNetworkTask(() => {
      taken(takenAtOnce);
    });
    if (this.#isStalled) this.#unreadBytes += takenAtOnce;
    if (takenAtOnce < bytes) {
      this.#untaken.push(() => {
        taken(bytes - takenAtOnce);
      });
    }
    this.#toServer.send(() => {
      this.#server.messaged(data);
    });
  }

  /** The page has started the closing handshake; `code` 1005 stands for a frame without one. */
  pageClosed(code: number, reason: string): void {
    this.#hasPageClosed = true;
    this.#endAfter(CLOSE_ANSWER_TIMEOUT_MS, ABNORMAL);
    this.#toServer.send(() => {
      this.#closeAtServer({ code, reason, wasClean: true });
    });
  }

  /** The page has given up before the handshake was answered. */
  pageAborted(): void {
    this.#toPage.cut();
    this.#server.closed(ABNORMAL);
    this.#answered();
    queueNetworkTask(() => {
      this.#page.errored();
    });
    queueNetworkTask(() => {
      this.#page.closed(ABNORMAL);
    });
  }

  async accept(protocol: string): Promise<void> {
    // RFC 6455 §4.1: a client fails the connection when the answer names a subprotocol that it did
    // not offer; a browser also when the answer names none of those offered.
    const isAgreed =
      this.#protocols.length === 0 ? protocol === '' : this.#protocols.includes(protocol);
    if (!isAgreed) {
      this.#failPage();
      return;
    }
    this.#send(() => {
      this.#answered();
      this.#page.opened(protocol);
    });
  }

  async refuse(): Promise<void> {
    this.#failPage();
  }

  async send(message: Payload): Promise<void> {
    this.#send(() => {
      this.#page.messaged(message);
    });
  }

  async close(code: number | undefined, reason: string): Promise<void> {
    this.#hasServerClosed = true;
    // Without a code the frame is empty, and the page is told 1005 (RFC 6455 §7.1.5).
    const closing: Closing =
      code === undefined
        ? { code: 1005, reason: '', wasClean: true }
        : { code, reason, wasClean: true };
    this.#send(() => {
      this.#closeAtPage(closing);
    });
  }

  async drop(): Promise<void> {
    this.#toPage.cut();
    this.#toServer.cut();
    this.#server.closed(ABNORMAL);
    queueNetworkTask(() => {
      if (!this.#isAnswered) this.#page.errored();
    });
    queueNetworkTask(() => {
      this.#endPage(this.#closeFrameAtPage ?? ABNORMAL);
    });
  }

  async fail(): Promise<void> {
    this.#send(() => {
      this.#page.errored();
      this.#toServer.send(() => {
        this.#server.closed(VIOLATION);
      });
    });
    this.#send(() => {
      this.#endPage(ABNORMAL);
    });
  }

  async stall(): Promise<void> {
    this.#isStalled = true;
    this.#toPage.stall();
    this.#toServer.stall();
  }

  async resume(): Promise<void> {
    this.#isStalled = false;
    this.#unreadBytes = 0;
    this.#untaken.splice(0).forEach(queueNetworkTask);
    this.#toPage.resume();
    this.#toServer.resume();
  }

  dispose(): void {
    this.#toPage.cut();
    this.#toServer.cut();
    this.#cancelTimeout?.();
    this.#answered();
    this.#page.vanished();
  }

  #send(arrive: () => void): void {
    this.#toPage.send(arrive, this.#server.latencyMs());
  }

  /** The server reads the page's Close frame: it answers with the same, and ends TCP. */
  #closeAtServer(closing: Closing): void {
    this.#server.closed(closing);
    this.#hasServerHungUp = true;
    // Both ends may close at once; the frame that the page receives is the one it reports.
    if (this.#closeFrameAtPage) this.#endPageSoon(this.#closeFrameAtPage);
    else if (!this.#hasServerClosed) {
      this.#send(() => {
        this.#endPage(closing);
      });
    }
  }

  /** The page reads the server's Close frame: it answers with the same, and waits for the end of TCP. */
  #closeAtPage(closing: Closing): void {
    this.#closeFrameAtPage = closing;
    this.#page.closing();
    this.#endAfter(TCP_CLOSE_TIMEOUT_MS, closing);
    if (this.#hasServerHungUp) this.#endPageSoon(closing);
    else if (!this.#hasPageClosed) {
      this.#toServer.send(() => {
        this.#closeAtServer(closing);
      });
    }
  }

  /** The page fails the connection: https://websockets.spec.whatwg.org/#feedback-from-the-protocol */
  #failPage(): void {
    this.#send(() => {
      this.#page.errored();
    });
    this.#send(() => {
      this.#endPage(ABNORMAL);
    });
    this.#server.closed(ABNORMAL);
  }

  #endAfter(ms: number, closing: Closing): void {
    this.#cancelTimeout?.();
    this.#cancelTimeout = after(ms, () => {
      this.#server.closed(closing);
      this.#endPageSoon(closing);
    });
  }

  #endPageSoon(closing: Closing): void {
    queueNetworkTask(() => {
      this.#endPage(closing);
    });
  }

  #endPage(closing: Closing): void {
    this.#answered();
    this.#cancelTimeout?.();
    this.#page.closed(closing);
  }

  #answered(): void {
    this.#isAnswered = true;
    this.#onAnswered();
    this.#onAnswered = () => undefined;
  }
}
