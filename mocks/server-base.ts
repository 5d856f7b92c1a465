import { repeat } from './clock.ts';
import type { Connection } from './connection.ts';
import { History } from './history.ts';
import type {
  AcceptOptions,
  Closing,
  HandshakePolicy,
  Payload,
  ServerConnection,
  SocketServer,
  StreamOptions,
} from './socket-server.ts';
import { Subscribable } from './subscribable.ts';

/** What the server does with a handshake. */
type Answer = (connection: ServerConnection) => Promise<void>;

/** `SocketServer` over connections; how they come about is up to the one that extends it. */
export abstract class ServerBase implements SocketServer {
  readonly url: string;
  readonly #connections = new History<Connection>('a connection', 1_000);
  readonly #messages = new History<Payload>('a message');
  readonly #closings = new History<Closing>('the end of a connection', 1_000);
  readonly #arrivals = new Subscribable<[connection: ServerConnection]>();
  readonly #changes = new Subscribable();
  readonly #streams = new Set<() => void>();
  #latencyMs = 0;
  #policy: HandshakePolicy = 'accept';
  #answer: Answer = (connection) => connection.accept();

  constructor(url: string) {
    this.url = url;
  }

  get latencyMs(): number {
    return this.#latencyMs;
  }

  set latencyMs(latencyMs: number) {
    if (latencyMs === this.#latencyMs) return;
    this.#latencyMs = latencyMs;
    this.#changes.notify();
  }

  get policy(): HandshakePolicy {
    return this.#policy;
  }

  get connections(): readonly Connection[] {
    return this.#connections.items;
  }

  get open(): readonly Connection[] {
    return this.connections.filter(({ state }) => state === 'open');
  }

  get received(): readonly Payload[] {
    return this.#messages.items;
  }

  async accept(options?: AcceptOptions): Promise<void> {
    await this.#decide('accept', (connection) => connection.accept(options));
  }

  async hold(): Promise<void> {
    await this.#decide('hold', (connection) => connection.hold());
  }

  async refuse(status?: number): Promise<void> {
    await this.#decide('refuse', (connection) => connection.refuse(status));
  }

  async send(data: Payload | ArrayBufferView): Promise<void> {
    await this.#each((connection) => connection.send(data));
  }

  async close(code?: number, reason?: string): Promise<void> {
    await this.#each((connection) => connection.close(code, reason));
  }

  async drop(): Promise<void> {
    await this.#each((connection) => connection.drop());
  }

  async fail(): Promise<void> {
    await this.#each((connection) => connection.fail());
  }

  async stall(): Promise<void> {
    await this.#each((connection) => connection.stall());
  }

  async resume(): Promise<void> {
    await this.#each((connection) => connection.resume());
  }

  nextConnection(): Promise<ServerConnection> {
    return this.#connections.next();
  }

  nextMessage(): Promise<Payload> {
    return this.#messages.next();
  }

  nextClose(): Promise<Closing> {
    return this.#closings.next();
  }

  stream(data: Payload, { perSecond, count }: StreamOptions): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const stop = repeat(perSecond, (sent) => {
      const isLast = sent === count;
      if (isLast) stop();
      this.send(data).then(() => {
        if (isLast) resolve(undefined);
      }, reject);
    });
    this.#streams.add(stop);
    return promise.finally(() => {
      stop();
      this.#streams.delete(stop);
    });
  }

  onConnection(listener: (connection: ServerConnection) => void): () => void {
    return this.#arrivals.add(listener);
  }

  onChange(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  dispose(): void {
    this.#arrivals.clear();
    this.#changes.clear();
    for (const stop of this.#streams) stop();
    for (const connection of this.#connections.items) connection.dispose();
    this.#connections.dispose();
    this.#messages.dispose();
    this.#closings.dispose();
  }

  /** @throws {Error} where the connections are out of reach for good, and no verb can do anything */
  protected checkReach(): void {
    // A server on this page is always in reach.
  }

  /** A handshake has come in. Listeners may decide on it; then the server's policy does. */
  protected connected(connection: Connection): void {
    connection.latencyMs = () => this.latencyMs;
    connection.onMessage((data) => {
      this.#messages.push(data);
    });
    connection.onClose((closing) => {
      this.#closings.push(closing);
    });
    connection.onChange(() => {
      this.#changes.notify();
    });
    this.#arrivals.notify(connection);
    this.#connections.push(connection);
    this.#changes.notify();
    if (!connection.isDecided) void this.#answer(connection);
  }

  async #decide(policy: HandshakePolicy, answer: Answer): Promise<void> {
    this.#policy = policy;
    this.#answer = answer;
    this.#changes.notify();
    await this.#each(answer);
  }

  async #each(act: (connection: Connection) => Promise<void>): Promise<void> {
    this.checkReach();
    await Promise.all(this.#connections.items.map(act));
  }
}
