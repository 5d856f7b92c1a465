import type { RequestHead } from '../src/protocol/handshake.ts';
import { checkReason, checkServerCode } from './close-arguments.ts';
import { History } from './history.ts';
import { checkRefusal } from './refusal.ts';
import type { AcceptOptions, Closing, Payload, ServerConnection } from './socket-server.ts';
import { Subscribable } from './subscribable.ts';
import type { ServerEnd, Wire } from './wire.ts';

/** What an endpoint reports when no Close frame came (RFC 6455 §7.1.5). */
export const ABNORMAL: Closing = { code: 1006, reason: '', wasClean: false };

/** What a page has asked for. */
export interface Handshake {
  readonly id: string;
  readonly protocols: readonly string[];
  readonly requestHead?: RequestHead;
}

/**
 * The server's end of one socket. It decides which verb applies in which state, with which arguments,
 * and who is told; its wire carries the rest.
 */
export class Connection<W extends Wire = Wire> implements ServerConnection {
  readonly id: string;
  readonly protocols: readonly string[];
  readonly requestHead?: RequestHead;
  readonly wire: W;
  /** Delay before everything this end sends, read when it sends. */
  latencyMs: () => number = () => 0;

  #state: ServerConnection['state'] = 'connecting';
  #isDecided = false;
  #isStalled = false;
  /** How it ended, as this end knows it. */
  #ending: Closing | undefined;
  readonly #received = new History<Payload>('a message');
  readonly #messages = new Subscribable<[data: Payload]>();
  readonly #closings = new Subscribable<[closing: Closing]>();
  readonly #changes = new Subscribable();

  /** @param connect takes what the wire tells this end, and returns the wire */
  constructor({ id, protocols, requestHead }: Handshake, connect: (end: ServerEnd) => W) {
    this.id = id;
    this.protocols = protocols;
    if (requestHead) this.requestHead = requestHead;
    this.wire = connect({
      latencyMs: () => this.latencyMs(),
      messaged: (message) => {
        this.#received.push(message);
        this.#messages.notify(message);
      },
      closed: (closing) => {
        this.#ended(closing);
      },
    });
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

  /** Whether someone has said what becomes of the handshake. Where no one has, it is accepted. */
  get isDecided(): boolean {
    return this.#isDecided;
  }

  onMessage(listener: (data: Payload) => void): () => void {
    return this.#messages.add(listener);
  }

  onClose(listener: (closing: Closing) => void): () => void {
    if (!this.#ending) return this.#closings.add(listener);
    listener(this.#ending);
    return () => undefined;
  }

  /** Calls back when `state` or `isStalled` has changed. Returns the undo. */
  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  async accept({ protocol = this.protocols[0] ?? '' }: AcceptOptions = {}): Promise<void> {
    if (this.#state !== 'connecting') return;
    this.#isDecided = true;
    this.#state = 'open';
    await this.#changedBy(this.wire.accept(protocol));
  }

  async hold(): Promise<void> {
    this.#isDecided = true;
  }

  async refuse(status = 503): Promise<void> {
    checkRefusal(status);
    if (this.#state !== 'connecting') return;
    this.#isDecided = true;
    this.#state = 'closed';
    await this.#changedBy(this.wire.refuse(status));
  }

  // Not `async`: each message of a burst would leave a suspended function behind.
  send(data: Payload | ArrayBufferView): Promise<void> {
    if (this.#state !== 'open') return Promise.resolve();
    return this.wire.send(typeof data === 'string' ? data.toWellFormed() : copyBytes(data));
  }

  async close(code?: number, reason = ''): Promise<void> {
    if (code !== undefined) checkServerCode(code);
    checkReason(reason);
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    await this.#changedBy(this.wire.close(code, reason));
  }

  async drop(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#isDecided = true;
    await this.wire.drop();
  }

  async fail(): Promise<void> {
    if (this.#state === 'open' || this.#state === 'closing') await this.wire.fail();
  }

  stall(): Promise<void> {
    this.#isStalled = true;
    return this.#changedBy(this.wire.stall());
  }

  resume(): Promise<void> {
    this.#isStalled = false;
    return this.#changedBy(this.wire.resume());
  }

  /** Ends both sides at once, and tells no one. */
  dispose(): void {
    for (const listeners of [this.#messages, this.#closings, this.#changes]) listeners.clear();
    this.#isDecided = true;
    this.#state = 'closed';
    this.wire.dispose();
  }

  /** The wire first: who is told of a change may say more, and that comes behind it. */
  #changedBy(carried: Promise<void>): Promise<void> {
    this.#changes.notify();
    return carried;
  }

  #ended(closing: Closing): void {
    if (this.#ending) return;
    this.#ending = closing;
    this.#state = 'closed';
    this.#closings.notify(closing);
    this.#closings.clear();
    this.#changes.notify();
  }
}

function copyBytes(data: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const view = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return view.slice().buffer;
}
