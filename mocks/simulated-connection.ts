import { after } from './clock.ts';
import { checkReason, checkServerCode } from './close-arguments.ts';
import { History } from './history.ts';
import { Lane } from './lane.ts';
import { queueNetworkTask } from './network-tasks.ts';
import type { AcceptOptions, Closing, Payload, ServerConnection } from './socket-server.ts';

/** Chromium gives up on a Close frame that is never answered: 1006, not clean, no `error`. */
const CLOSE_ANSWER_TIMEOUT_MS = 60_000;
/** Chromium ends an answered closing handshake itself when the server leaves TCP open: clean. */
const TCP_CLOSE_TIMEOUT_MS = 2_000;
/** What an endpoint reports when no Close frame came (RFC 6455 §7.1.5). */
const ABNORMAL: Closing = { code: 1006, reason: '', wasClean: false };

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
export class SimulatedConnection implements ServerConnection {
  readonly id = `connection-${++connectionCount}`;
  readonly url: string;
  readonly protocols: readonly string[];
  /** Delay before everything this end sends, read when it sends. */
  latencyMs: () => number = () => 0;

  #state: ServerConnection['state'] = 'connecting';
  #isDecided = false;
  /** How it ended, as this end knows it. */
  #ending: Closing | undefined;
  /** The Close frame that the page has received: it ends cleanly however TCP ends after that. */
  #closeFrameAtPage: Closing | undefined;
  #cancelTimeout: (() => void) | undefined;
  readonly #received = new History<Payload>('a message');
  readonly #page: PageEnd;
  readonly #toPage = new Lane(() => this.latencyMs());
  readonly #toServer = new Lane(() => 0);
  readonly #messageListeners = new Set<(data: Payload) => void>();
  readonly #closeListeners = new Set<(closing: Closing) => void>();

  constructor(url: string, protocols: readonly string[], page: PageEnd) {
    this.url = url;
    this.protocols = protocols;
    this.#page = page;
  }

  get state(): ServerConnection['state'] {
    return this.#state;
  }

  get received(): readonly Payload[] {
    return this.#received.items;
  }

  /** Whether anyone has said what becomes of the handshake. Where nobody has, it is accepted. */
  get isDecided(): boolean {
    return this.#isDecided;
  }

  onMessage(listener: (data: Payload) => void): () => void {
    this.#messageListeners.add(listener);
    return () => this.#messageListeners.delete(listener);
  }

  onClose(listener: (closing: Closing) => void): () => void {
    if (this.#ending) listener(this.#ending);
    else this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  async accept({ protocol = this.protocols[0] ?? '' }: AcceptOptions = {}): Promise<void> {
    if (this.#state !== 'connecting') return;
    this.#isDecided = true;
    // RFC 6455 §4.1: a client fails the connection when the answer names a subprotocol that it did
    // not offer; a browser also when the answer names none of those offered.
    const isAgreed =
      this.protocols.length === 0 ? protocol === '' : this.protocols.includes(protocol);
    if (!isAgreed) {
      this.#failPage();
      return;
    }
    this.#state = 'open';
    this.#toPage.send(() => {
      this.#page.opened(protocol);
    });
  }

  async hold(): Promise<void> {
    this.#isDecided = true;
  }

  async refuse(status = 503): Promise<void> {
    if (!(status >= 300 && status <= 599)) {
      throw new RangeError(
        `A handshake is refused with an HTTP status from 300 to 599, and ${status} is none. A page cannot see which it was.`,
      );
    }
    if (this.#state !== 'connecting') return;
    this.#isDecided = true;
    this.#failPage();
  }

  async send(data: Payload | ArrayBufferView): Promise<void> {
    if (this.#state !== 'open') return;
    const message = typeof data === 'string' ? data.toWellFormed() : copyBytes(data);
    this.#toPage.send(() => {
      this.#page.messaged(message);
    });
  }

  async close(code?: number, reason = ''): Promise<void> {
    if (code !== undefined) checkServerCode(code);
    checkReason(reason);
    if (this.#state !== 'open') return;
    this.#state = 'closing';
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

  async drop(): Promise<void> {
    if (this.#state === 'closed') return;
    const wasConnecting = this.#state === 'connecting';
    this.#toPage.cut();
    this.#toServer.cut();
    if (wasConnecting) this.#failPage();
    else this.#end(this.#closeFrameAtPage ?? ABNORMAL);
  }

  async fail(): Promise<void> {
    if (this.#state === 'connecting' || this.#state === 'closed') return;
    this.#failPage();
  }

  async stall(): Promise<void> {
    this.#toPage.stall();
    this.#toServer.stall();
  }

  async resume(): Promise<void> {
    this.#toPage.resume();
    this.#toServer.resume();
  }

  /** The page has sent a message. `taken` is called when it has left the page's buffer. */
  pageSent(data: Payload, taken: () => void): void {
    queueNetworkTask(taken);
    this.#toServer.send(() => {
      if (this.#state !== 'open') return;
      this.#received.push(data);
      for (const listener of [...this.#messageListeners]) listener(data);
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
      if (this.#state !== 'open') return;
      const closing: Closing = { code, reason, wasClean: true };
      this.#finish(closing);
      this.#toPage.send(() => {
        this.#endPage(closing);
      });
    });
  }

  /** The page has given up before the handshake was answered. */
  pageAborted(): void {
    this.#toPage.cut();
    this.#isDecided = true;
    this.#finish(ABNORMAL);
    queueNetworkTask(() => {
      this.#page.errored();
    });
    queueNetworkTask(() => {
      this.#page.closed(ABNORMAL);
    });
  }

  /** Ends both sides at once, without an event on either. */
  dispose(): void {
    this.#messageListeners.clear();
    this.#closeListeners.clear();
    this.#toPage.cut();
    this.#toServer.cut();
    this.#cancelTimeout?.();
    this.#state = 'closed';
    this.#isDecided = true;
    this.#page.vanished();
  }

  /** The page fails the connection: https://websockets.spec.whatwg.org/#feedback-from-the-protocol */
  #failPage(): void {
    this.#toPage.send(() => {
      this.#page.errored();
    });
    this.#toPage.send(() => {
      this.#endPage(ABNORMAL);
    });
    this.#finish(ABNORMAL);
  }

  #end(closing: Closing): void {
    this.#finish(closing);
    queueNetworkTask(() => {
      this.#endPage(closing);
    });
  }

  #endPage(closing: Closing): void {
    this.#cancelTimeout?.();
    this.#page.closed(closing);
  }

  #finish(closing: Closing): void {
    if (this.#ending) return;
    this.#ending = closing;
    this.#state = 'closed';
    for (const listener of [...this.#closeListeners]) listener(closing);
    this.#closeListeners.clear();
  }
}

function copyBytes(data: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const view = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return view.slice().buffer;
}
