import { checkReason, checkServerCode } from './close-arguments.ts';
import { History } from './history.ts';
import type { AcceptOptions, Closing, Payload, ServerConnection } from './socket-server.ts';

/** What an endpoint reports when no Close frame came (RFC 6455 §7.1.5). */
export const ABNORMAL: Closing = { code: 1006, reason: '', wasClean: false };

/**
 * What the far end of a connection does before anything reaches a wire: which verb applies in which
 * state, with which arguments, and who is told. The wire itself is up to the two that extend it.
 */
export abstract class FarEnd implements ServerConnection {
  abstract readonly id: string;
  readonly protocols: readonly string[];
  /** Delay before everything this end sends, read when it sends. */
  latencyMs: () => number = () => 0;

  #state: ServerConnection['state'] = 'connecting';
  #isDecided = false;
  #isStalled = false;
  /** How it ended, as this end knows it. */
  #ending: Closing | undefined;
  readonly #received = new History<Payload>('a message');
  readonly #messageListeners = new Set<(data: Payload) => void>();
  readonly #closeListeners = new Set<(closing: Closing) => void>();

  constructor(protocols: readonly string[]) {
    this.protocols = protocols;
  }

  get state(): ServerConnection['state'] {
    return this.#state;
  }

  get isStalled(): boolean {
    return this.#isStalled && this.#state !== 'closed';
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
    this.#state = 'open';
    await this.answer(protocol);
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
    this.#state = 'closed';
    await this.reject(status);
  }

  // Not `async`: each message of a burst would leave a suspended function behind.
  send(data: Payload | ArrayBufferView): Promise<void> {
    if (this.#state !== 'open') return Promise.resolve();
    return this.transmit(typeof data === 'string' ? data.toWellFormed() : copyBytes(data));
  }

  async close(code?: number, reason = ''): Promise<void> {
    if (code !== undefined) checkServerCode(code);
    checkReason(reason);
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    await this.startClosing(code, reason);
  }

  async drop(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#isDecided = true;
    await this.cut();
  }

  async fail(): Promise<void> {
    if (this.#state === 'open' || this.#state === 'closing') await this.violate();
  }

  stall(): Promise<void> {
    this.#isStalled = true;
    return this.pause();
  }

  resume(): Promise<void> {
    this.#isStalled = false;
    return this.unpause();
  }

  /** Neither sends nor reads until `unpause`. */
  protected abstract pause(): Promise<void>;
  protected abstract unpause(): Promise<void>;
  /** Answers the handshake with 101. */
  protected abstract answer(protocol: string): Promise<void>;
  /** Answers the handshake with an HTTP status. */
  protected abstract reject(status: number): Promise<void>;
  protected abstract transmit(message: Payload): Promise<void>;
  /** Sends a Close frame, empty where there is no code. */
  protected abstract startClosing(code: number | undefined, reason: string): Promise<void>;
  protected abstract cut(): Promise<void>;
  /** Sends what is no frame. */
  protected abstract violate(): Promise<void>;

  /** A message has arrived. */
  protected take(message: Payload): void {
    this.#received.push(message);
    for (const listener of [...this.#messageListeners]) listener(message);
  }

  /** The connection has ended, as this end sees it. Only the first time counts. */
  protected finish(closing: Closing): void {
    if (this.#ending) return;
    this.#ending = closing;
    this.#state = 'closed';
    for (const listener of [...this.#closeListeners]) listener(closing);
    this.#closeListeners.clear();
  }

  /** Ends without telling anyone. */
  protected forget(): void {
    this.#messageListeners.clear();
    this.#closeListeners.clear();
    this.#isDecided = true;
    this.#state = 'closed';
  }
}

function copyBytes(data: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const view = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return view.slice().buffer;
}
