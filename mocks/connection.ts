import type { RequestHead } from '../src/protocol/handshake.ts';
import { checkServerClose } from './close-arguments.ts';
import { History } from './history.ts';
import { InOrder } from './in-order.ts';
import { findFlaw, toPayload } from './message.ts';
import { toPingData } from './ping-data.ts';
import { checkRefusal } from './refusal.ts';
import type {
  AcceptOptions,
  Closing,
  Message,
  Payload,
  ServerConnection,
} from './socket-server.ts';
import { Settlement } from './settlement.ts';
import { Subscribable } from './subscribable.ts';
import type { Handshake, ServerEnd, Wire } from './wire.ts';

/** What an endpoint reports when no Close frame came (RFC 6455 §7.1.5). */
export const ABNORMAL: Closing = { code: 1006, reason: '', wasClean: false };

/**
 * The server's end of one socket. It decides which verb applies in which state, with which arguments,
 * and who is told; its wire carries the rest.
 */
export class Connection<W extends Wire = Wire> implements ServerConnection {
  readonly id: string;
  readonly url: string;
  readonly protocols: readonly string[];
  readonly requestHead?: RequestHead;
  readonly wire: W;
  /** Delay before everything this end sends, read when it sends. */
  latencyMs: () => number = () => 0;

  #state: ServerConnection['state'] = 'connecting';
  #isDecided = false;
  #isStalled = false;
  /** How it ended, as this end knows it. */
  readonly #ending = new Settlement<Closing>();
  /** Verbs said before the handshake was answered. */
  readonly #early: (() => Promise<void>)[] = [];
  /** A Blob is read before it is sent; what is sent later waits for it. */
  readonly #sending = new InOrder();
  readonly #received = new History<Payload>('a message');
  readonly #messages = new Subscribable<[data: Payload]>();
  readonly #pongs = new Subscribable<[data: ArrayBuffer]>();
  readonly #changes = new Subscribable();

  /** @param connect takes what the wire tells this end, and returns the wire */
  constructor({ id, url, protocols, requestHead }: Handshake, connect: (end: ServerEnd) => W) {
    this.id = id;
    this.url = url;
    this.protocols = protocols;
    if (requestHead) this.requestHead = requestHead;
    this.wire = connect({
      latencyMs: () => this.latencyMs(),
      messaged: (message) => {
        this.#received.push(message);
        this.#messages.notify(message);
      },
      ponged: (data) => this.#pongs.notify(data),
      closed: (closing) => this.#ended(closing),
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

  /** Whether someone has said what becomes of the handshake. */
  get isDecided(): boolean {
    return this.#isDecided;
  }

  onMessage(listener: (data: Payload) => void): () => void {
    return this.#messages.add(listener);
  }

  onPong(listener: (data: ArrayBuffer) => void): () => void {
    return this.#pongs.add(listener);
  }

  onClose(listener: (closing: Closing) => void): () => void {
    return this.#ending.add(listener);
  }

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  async accept(options: AcceptOptions = {}): Promise<void> {
    if (this.#state !== 'connecting') return;
    const { protocol = this.protocols[0] ?? '', extensions = '' } = options;
    this.#isDecided = true;
    this.#state = 'open';
    const accepted = this.wire.accept({ protocol, extensions });
    const early = this.#early.splice(0).map((act) => act());
    await this.#changedBy(Promise.all([accepted, ...early]));
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
  send(data: Message): Promise<void> {
    const flaw = findFlaw(data);
    if (flaw) return Promise.reject(flaw);
    if (this.#state !== 'connecting' && this.#state !== 'open') return Promise.resolve();
    const payload = toPayload(data);
    return this.#state === 'open' ? this.#send(payload) : this.#later(() => this.#send(payload));
  }

  async ping(data: Payload = ''): Promise<void> {
    const bytes = toPingData(data);
    if (this.#state === 'connecting') return this.#later(() => this.ping(data));
    if (this.#state === 'open') await this.#sending.run(bytes, (sent) => this.wire.ping(sent));
  }

  async close(code?: number, reason = ''): Promise<void> {
    checkServerClose(code, reason);
    if (this.#state === 'connecting') return this.#later(() => this.close(code, reason));
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    await this.#changedBy(this.#sending.run(code, () => this.wire.close(code, reason)));
  }

  async answerClose(code?: number, reason = ''): Promise<void> {
    checkServerClose(code, reason);
    await this.wire.answerClose(code, reason);
  }

  async drop(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#isDecided = true;
    await this.wire.drop();
  }

  async fail(): Promise<void> {
    if (this.#state === 'connecting') return this.#later(() => this.fail());
    if (this.#state !== 'closed') await this.#sending.run(undefined, () => this.wire.fail());
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
    for (const told of [this.#messages, this.#pongs, this.#ending, this.#changes]) told.clear();
    this.#isDecided = true;
    this.#state = 'closed';
    this.wire.dispose();
  }

  #send(payload: Payload | Promise<ArrayBuffer>): Promise<void> {
    // A close that was said before ends what is said.
    if (this.#state !== 'open') return Promise.resolve();
    return this.#sending.run<Payload>(payload, (message) => this.wire.send(message));
  }

  /** Does it right behind the answer to the handshake; never, where that is no 101. */
  #later = async (act: () => Promise<void>) => void this.#early.push(act);

  /** The wire first: who is told of a change may say more, and that comes behind it. */
  async #changedBy(carried: Promise<unknown>): Promise<void> {
    this.#changes.notify();
    await carried;
  }

  #ended(closing: Closing): void {
    if (this.#ending.isSettled) return;
    this.#state = 'closed';
    this.#ending.settle(closing);
    this.#changes.notify();
  }
}
