import { ABNORMAL, Connection } from '../../connection.ts';
import { InOrder } from '../../in-order.ts';
import { Lane } from '../../lane.ts';
import { ServerBase } from '../../server-base.ts';
import type { Closing, Payload } from '../../socket-server.ts';
import type { Answer, ServerEnd, Wire } from '../../wire.ts';

/** What a page may give to `send`, and a library hands on. */
export type Sent = string | Blob | ArrayBuffer | ArrayBufferView;

/** How a library does what a server does, as near as its public API comes. */
export interface Means {
  /** Lets the handshake succeed, with a subprotocol. Nothing where the library opens by itself. */
  accept(protocol: string): void;
  refuse(): void;
  send(message: Payload): void;
  close(code: number | undefined, reason: string): void;
  drop(): void;
  fail(): void;
}

/**
 * The wire of a mocking library's socket. What needs no library is done here, as anyone can write it in
 * a handler: to wait before sending, and to send and read nothing while it is silent.
 */
export class LibraryWire implements Wire {
  readonly #means: Means;
  readonly #server: ServerEnd;
  readonly #outgoing = new Lane((act) => act());
  readonly #incoming = new Lane((act) => act());
  readonly #arriving = new InOrder();
  #isOpen = false;
  #isSilent = false;
  #isCut = false;
  /** A violation: nothing that is sent behind it arrives. */
  #isBroken = false;

  constructor(means: Means, server: ServerEnd) {
    this.#means = means;
    this.#server = server;
    this.#outgoing.stall();
  }

  /** The library says that the page's socket is open. What is sent before that waits. */
  opened(): void {
    this.#isOpen = true;
    if (!this.#isSilent) this.#outgoing.resume();
  }

  /** The library says that the page has sent this. */
  heard(data: Sent): void {
    const take = (message: Payload) => this.#server.messaged(message);
    if (data instanceof Blob) {
      this.#inOrder(data.arrayBuffer(), take);
    } else if (ArrayBuffer.isView(data)) {
      const { buffer, byteOffset, byteLength } = data;
      this.#inOrder(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, take);
    } else {
      this.#inOrder(data, take);
    }
  }

  /** The library says that the connection has ended so. */
  ended({ code, reason, wasClean }: Closing): void {
    this.#inOrder(undefined, () => this.#server.closed({ code, reason, wasClean }));
  }

  async accept({ protocol }: Answer): Promise<void> {
    this.#means.accept(protocol);
  }

  async refuse(): Promise<void> {
    this.#server.closed(ABNORMAL);
    this.#means.refuse();
  }

  async send(message: Payload): Promise<void> {
    if (!this.#isBroken) this.#send(() => this.#means.send(message));
  }

  async ping(): Promise<void> {
    // No library has a means for this, nor for the next.
  }

  async answerClose(): Promise<void> {
    // As above.
  }

  async close(code: number | undefined, reason: string): Promise<void> {
    this.#send(() => this.#means.close(code, reason));
  }

  async drop(): Promise<void> {
    this.#isCut = true;
    this.#outgoing.cut();
    this.#incoming.cut();
    this.#server.closed(ABNORMAL);
    this.#means.drop();
  }

  async fail(): Promise<void> {
    this.#isBroken = true;
    this.#send(() => this.#means.fail());
  }

  async stall(): Promise<void> {
    this.#isSilent = true;
    this.#outgoing.stall();
    this.#incoming.stall();
  }

  async resume(): Promise<void> {
    this.#isSilent = false;
    if (this.#isOpen) this.#outgoing.resume();
    this.#incoming.resume();
  }

  dispose(): void {
    this.#outgoing.cut();
    this.#incoming.cut();
  }

  #send(act: () => void): void {
    this.#outgoing.send(act, this.#server.latencyMs());
  }

  #inOrder<T>(what: T | Promise<T>, act: (what: T) => void): void {
    void this.#arriving.run(what, async (read) => {
      if (!this.#isCut) this.#incoming.send(() => act(read));
    });
  }
}

let count = 0;

/** A server whose handshakes a library brings in. */
export class LibraryServer extends ServerBase {
  readonly #stop: () => void;

  constructor(url: string, listen: (server: LibraryServer) => () => void) {
    super(url);
    this.#stop = listen(this);
  }

  /** A page has offered these. What is known of the handshake comes later, in `handshake`. */
  shake(protocols: readonly string[], means: Means): Connection<LibraryWire> {
    const id = `library-${++count}`;
    return new Connection(
      { id, url: this.url, protocols },
      (server) => new LibraryWire(means, server),
    );
  }

  /** Those who decide on the handshake have done so when this returns. */
  handshake(connection: Connection<LibraryWire>): void {
    this.connected(connection);
  }

  override dispose(): void {
    this.#stop();
    super.dispose();
  }
}
