import { after } from './clock.ts';
import { ABNORMAL, FarEnd } from './far-end.ts';
import { Lane } from './lane.ts';
import { queueNetworkTask } from './network-tasks.ts';
import type { Closing, Payload } from './socket-server.ts';

/** Chromium gives up on a Close frame that is never answered: 1006, not clean, no `error`. */
const CLOSE_ANSWER_TIMEOUT_MS = 60_000;
/** Chromium ends an answered closing handshake itself when the server leaves TCP open: clean. */
const TCP_CLOSE_TIMEOUT_MS = 2_000;

/** What the wire takes while nobody reads at its far end; the rest stays in the page's buffer. Linux's, on loopback. */
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

let connectionCount = 0;

/** The far end of one `SimulatedWebSocket`, and the wire between the two. */
export class SimulatedConnection extends FarEnd {
  readonly id = `connection-${++connectionCount}`;
  readonly url: string;
  /** The Close frame that the page has received: it ends cleanly however TCP ends after that. */
  #closeFrameAtPage: Closing | undefined;
  #cancelTimeout: (() => void) | undefined;
  #isAnswered = false;
  #unreadBytes = 0;
  readonly #untaken: (() => void)[] = [];
  #onAnswered: () => void = () => undefined;
  readonly #page: PageEnd;
  readonly #toPage = new Lane(() => this.latencyMs());
  readonly #toServer = new Lane(() => 0);

  constructor(url: string, protocols: readonly string[], page: PageEnd) {
    super(protocols);
    this.url = url;
    this.#page = page;
  }

  /** Calls back once the page's handshake is over, however it went; at once when it is. */
  onAnswered(listener: () => void): void {
    if (this.#isAnswered) listener();
    else this.#onAnswered = listener;
  }

  /** The page has sent a message. `taken` is told how many bytes have left the page's buffer. */
  pageSent(data: Payload, bytes: number, taken: (bytes: number) => void): void {
    const takenAtOnce = this.isStalled
      ? Math.min(bytes, UNREAD_LIMIT_BYTES - this.#unreadBytes)
      : bytes;
    queueNetworkTask(() => {
      taken(takenAtOnce);
    });
    if (this.isStalled) this.#unreadBytes += takenAtOnce;
    if (takenAtOnce < bytes) {
      this.#untaken.push(() => {
        taken(bytes - takenAtOnce);
      });
    }
    this.#toServer.send(() => {
      if (this.state === 'open') this.take(data);
    });
  }

  /** The page has started the closing handshake; `code` 1005 stands for a frame without one. */
  pageClosed(code: number, reason: string): void {
    this.#cancelTimeout?.();
    this.#cancelTimeout = after(CLOSE_ANSWER_TIMEOUT_MS, () => {
      this.#end(ABNORMAL);
    });
    this.#toServer.send(() => {
      // Both ends may close at once; the frame that the page receives is the one it reports.
      if (this.state !== 'open') return;
      const closing: Closing = { code, reason, wasClean: true };
      this.finish(closing);
      this.#toPage.send(() => {
        this.#endPage(closing);
      });
    });
  }

  /** The page has given up before the handshake was answered. */
  pageAborted(): void {
    this.#toPage.cut();
    this.finish(ABNORMAL);
    this.#answered();
    queueNetworkTask(() => {
      this.#page.errored();
    });
    queueNetworkTask(() => {
      this.#page.closed(ABNORMAL);
    });
  }

  /** Ends both sides at once, without an event on either. */
  dispose(): void {
    this.forget();
    this.#toPage.cut();
    this.#toServer.cut();
    this.#cancelTimeout?.();
    this.#answered();
    this.#page.vanished();
  }

  protected async pause(): Promise<void> {
    this.#toPage.stall();
    this.#toServer.stall();
  }

  protected async unpause(): Promise<void> {
    this.#unreadBytes = 0;
    this.#untaken.splice(0).forEach(queueNetworkTask);
    this.#toPage.resume();
    this.#toServer.resume();
  }

  protected async answer(protocol: string): Promise<void> {
    // RFC 6455 §4.1: a client fails the connection when the answer names a subprotocol that it did
    // not offer; a browser also when the answer names none of those offered.
    const isAgreed =
      this.protocols.length === 0 ? protocol === '' : this.protocols.includes(protocol);
    if (!isAgreed) {
      this.#failPage();
      return;
    }
    this.#toPage.send(() => {
      this.#answered();
      this.#page.opened(protocol);
    });
  }

  protected async reject(): Promise<void> {
    this.#failPage();
  }

  protected async transmit(message: Payload): Promise<void> {
    this.#toPage.send(() => {
      this.#page.messaged(message);
    });
  }

  protected async startClosing(code: number | undefined, reason: string): Promise<void> {
    // Without a code the frame is empty, and the page is told 1005 (RFC 6455 §7.1.5).
    const closing: Closing =
      code === undefined
        ? { code: 1005, reason: '', wasClean: true }
        : { code, reason, wasClean: true };
    this.#toPage.send(() => {
      this.#closeFrameAtPage = closing;
      this.#page.closing();
      this.#cancelTimeout?.();
      this.#cancelTimeout = after(TCP_CLOSE_TIMEOUT_MS, () => {
        this.#end(closing);
      });
      this.#toServer.send(() => {
        this.#end(closing);
      });
    });
  }

  protected async cut(): Promise<void> {
    const wasConnecting = this.state === 'connecting';
    this.#toPage.cut();
    this.#toServer.cut();
    if (wasConnecting) {
      this.#failPage();
      return;
    }
    this.finish(ABNORMAL);
    queueNetworkTask(() => {
      this.#endPage(this.#closeFrameAtPage ?? ABNORMAL);
    });
  }

  protected async violate(): Promise<void> {
    this.#toPage.send(() => {
      this.#page.errored();
      this.#toServer.send(() => {
        this.finish(VIOLATION);
      });
    });
    this.#toPage.send(() => {
      this.#endPage(ABNORMAL);
    });
  }

  /** The page fails the connection: https://websockets.spec.whatwg.org/#feedback-from-the-protocol */
  #failPage(): void {
    this.#toPage.send(() => {
      this.#page.errored();
    });
    this.#toPage.send(() => {
      this.#endPage(ABNORMAL);
    });
    this.finish(ABNORMAL);
  }

  #end(closing: Closing): void {
    this.finish(closing);
    queueNetworkTask(() => {
      this.#endPage(closing);
    });
  }

  #answered(): void {
    this.#isAnswered = true;
    this.#onAnswered();
    this.#onAnswered = () => undefined;
  }

  #endPage(closing: Closing): void {
    this.#answered();
    this.#cancelTimeout?.();
    this.#page.closed(closing);
  }
}
