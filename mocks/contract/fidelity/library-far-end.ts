import { ABNORMAL, FarEnd } from '../../far-end.ts';
import { Outgoing } from '../../live/outgoing.ts';
import { ServerBase } from '../../server-base.ts';
import type { Closing, Payload } from '../../socket-server.ts';

/** What a page may give to `send`, and a library hands on. */
export type Sent = string | Blob | ArrayBuffer | ArrayBufferView;

/** How a library does what a far end does, as near as its public API comes. */
export interface Means {
  /** Lets the handshake succeed, with a subprotocol. Nothing where the library opens by itself. */
  accept(protocol: string): void;
  refuse(): void;
  send(message: Payload): void;
  close(code: number | undefined, reason: string): void;
  drop(): void;
  fail(): void;
}

let count = 0;

/**
 * The far end of a mocking library's socket. What needs no library is done here, as anyone can write
 * it in a handler: to wait before sending, and to send and read nothing while it is silent.
 */
export class LibraryFarEnd extends FarEnd {
  readonly id = `library-${++count}`;
  readonly #means: Means;
  readonly #outgoing = new Outgoing();
  readonly #incoming = new Outgoing();
  /** A Blob is read later; what comes behind it waits, so that the order stays. */
  #reading: Promise<unknown> | undefined;
  #isOpen = false;
  #isSilent = false;
  #isCut = false;
  /** A violation: nothing that is sent behind it arrives. */
  #isBroken = false;

  constructor(protocols: readonly string[], means: Means) {
    super(protocols);
    this.#means = means;
    this.#outgoing.stall();
  }

  /** The library says that the page's socket is open. What is sent before that waits. */
  opened(): void {
    this.#isOpen = true;
    if (!this.#isSilent) this.#outgoing.resume();
  }

  /** The library says that the page has sent this. */
  heard(data: Sent): void {
    if (data instanceof Blob) {
      this.#inOrder(data.arrayBuffer(), (bytes) => this.take(bytes));
    } else if (ArrayBuffer.isView(data)) {
      const { buffer, byteOffset, byteLength } = data;
      const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
      this.#inOrder(bytes, () => this.take(bytes));
    } else {
      this.#inOrder(data, () => this.take(data));
    }
  }

  /** The library says that the connection has ended so. */
  ended({ code, reason, wasClean }: Closing): void {
    this.#inOrder(undefined, () => this.finish({ code, reason, wasClean }));
  }

  protected async pause(): Promise<void> {
    this.#isSilent = true;
    this.#outgoing.stall();
    this.#incoming.stall();
  }

  protected async unpause(): Promise<void> {
    this.#isSilent = false;
    if (this.#isOpen) this.#outgoing.resume();
    this.#incoming.resume();
  }

  dispose(): void {
    this.#outgoing.cut();
    this.#incoming.cut();
    this.forget();
  }

  protected async answer(protocol: string): Promise<void> {
    this.#means.accept(protocol);
  }

  protected async reject(): Promise<void> {
    this.finish(ABNORMAL);
    this.#means.refuse();
  }

  protected async transmit(message: Payload): Promise<void> {
    if (this.#isBroken) return;
    this.#outgoing.send(this.latencyMs(), () => this.#means.send(message));
  }

  protected async startClosing(code: number | undefined, reason: string): Promise<void> {
    this.#outgoing.send(this.latencyMs(), () => this.#means.close(code, reason));
  }

  protected async cut(): Promise<void> {
    this.#isCut = true;
    this.#outgoing.cut();
    this.#incoming.cut();
    this.finish(ABNORMAL);
    this.#means.drop();
  }

  protected async violate(): Promise<void> {
    this.#isBroken = true;
    this.#outgoing.send(this.latencyMs(), () => this.#means.fail());
  }

  #inOrder<T>(what: T | Promise<T>, act: (what: T) => void): void {
    const arrive = (read: T) => {
      if (!this.#isCut) this.#incoming.send(0, () => act(read));
    };
    if (what instanceof Promise || this.#reading) {
      this.#reading = Promise.all([what, this.#reading]).then(([read]) => arrive(read));
    } else {
      arrive(what);
    }
  }
}

/** A server whose handshakes a library brings in. */
export class LibraryServer extends ServerBase<LibraryFarEnd> {
  readonly #stop: () => void;

  constructor(url: string, listen: (server: LibraryServer) => () => void) {
    super(url);
    this.#stop = listen(this);
  }

  /** Those who decide on the handshake have done so when this returns. */
  handshake(connection: LibraryFarEnd): void {
    this.connected(connection);
  }

  override dispose(): void {
    this.#stop();
    for (const connection of this.connections) connection.dispose();
    super.dispose();
  }
}
