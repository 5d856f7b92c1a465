import { Address } from './address.ts';
import { checkServerClose } from './close-arguments.ts';
import type { Connection } from './connection.ts';
import { findNoHearer, type NeedyVerb } from './hearers.ts';
import { History } from './history.ts';
import { ledger } from './ledger.ts';
import { checkMessage } from './message.ts';
import { toPingData } from './ping-data.ts';
import { checkRefusal } from './refusal.ts';
import type {
  AnswerOptions,
  Closing,
  HandshakePolicy,
  Message,
  Payload,
  ServerConnection,
  SocketServer,
  StreamOptions,
} from './socket-server.ts';
import { startStream } from './stream.ts';
import { Subscribable } from './subscribable.ts';
import { describeSockets } from './whereabouts.ts';

/** What the server does with each connection. */
type Act = (connection: ServerConnection) => Promise<void>;

/** `SocketServer` over connections; how they come about is up to the one that extends it. */
export abstract class ServerBase implements SocketServer {
  readonly url: string;
  readonly #socketsBefore = ledger.socketCount;
  readonly #addresses: readonly Address[];
  readonly #explain = () => describeSockets(this.#addresses, this.#socketsBefore);
  readonly #connections: History<Connection>;
  readonly #messages: History<Payload>;
  readonly #closings: History<Closing>;
  readonly #arrivals = new Subscribable<[connection: Connection]>();
  readonly #changes = new Subscribable();
  readonly #streams = new Set<() => void>();
  #latencyMs = 0;
  #policy: HandshakePolicy = 'accept';
  #answer: Act = (connection) => connection.accept();
  #answerClose: Act | undefined;

  /**
   * @param addresses which sockets come here. @default those at its URL
   * @param waitLimitMs how long it waits for what does not come. @default ten seconds
   */
  constructor(
    url: string,
    addresses: readonly Address[] = [new Address(url)],
    waitLimitMs?: number,
  ) {
    this.url = url;
    this.#addresses = addresses;
    const waiting = { explain: this.#explain, waitLimitMs };
    const rare = { ...waiting, limit: 1_000 };
    this.#connections = new History('a connection', rare);
    this.#messages = new History('a message', waiting);
    this.#closings = new History('the end of a connection', rare);
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

  /** A server on this page is always in reach. */
  get loss(): Error | undefined {
    return undefined;
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

  async accept({ thenClose, ...options }: AnswerOptions = {}): Promise<void> {
    if (!thenClose) {
      await this.#decide('accept', (connection) => connection.accept(options));
      return;
    }
    const { code, reason } = thenClose;
    checkServerClose(code, reason);
    await this.#decide('close', async (connection) => {
      if (connection.state !== 'connecting') return;
      void connection.accept(options);
      await connection.close(code, reason);
    });
  }

  async hold(): Promise<void> {
    await this.#decide('hold', (connection) => connection.hold());
  }

  async refuse(status = 503): Promise<void> {
    checkRefusal(status);
    await this.#decide('refuse', (connection) => connection.refuse(status));
  }

  async answerClose(code?: number, reason?: string): Promise<void> {
    checkServerClose(code, reason);
    this.#answerClose = (connection) => connection.answerClose(code, reason);
    await this.#each(this.#answerClose);
  }

  async send(data: Message): Promise<void> {
    checkMessage(data);
    await this.#some('send', (connection) => connection.send(data));
  }

  async ping(data: Payload = ''): Promise<void> {
    toPingData(data);
    await this.#some('ping', (connection) => connection.ping(data));
  }

  async close(code?: number, reason?: string): Promise<void> {
    checkServerClose(code, reason);
    await this.#some('close', (connection) => connection.close(code, reason));
  }

  async drop(): Promise<void> {
    await this.#some('drop', (connection) => connection.drop());
  }

  async fail(): Promise<void> {
    await this.#some('fail', (connection) => connection.fail());
  }

  async stall(): Promise<void> {
    await this.#some('stall', (connection) => connection.stall());
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

  stream(data: Payload, options: StreamOptions): Promise<void> {
    const send = () => Promise.all(this.open.map((connection) => connection.send(data)));
    const { done, stop } = startStream(send, options);
    this.#streams.add(stop);
    return done.finally(() => {
      stop();
      this.#streams.delete(stop);
    });
  }

  onConnection(listener: (connection: Connection) => void): () => void {
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

  /** Tells who watches it that it has changed. */
  protected changed(): void {
    this.#changes.notify();
  }

  /** A handshake has come in. Listeners may decide on it; then the server's policy does. */
  protected connected(connection: Connection): void {
    connection.latencyMs = () => this.latencyMs;
    void this.#answerClose?.(connection);
    this.heard(connection);
    if (!connection.isDecided) void this.#answer(connection);
  }

  /** Keeps a connection from now on, and tells who listens. */
  protected heard(connection: Connection): void {
    connection.onMessage((data) => this.#messages.push(data));
    connection.onClose((closing) => this.#closings.push(closing));
    connection.onChange(() => this.#changes.notify());
    this.#connections.push(connection);
    this.#arrivals.notify(connection);
    this.#changes.notify();
  }

  async #decide(policy: HandshakePolicy, answer: Act): Promise<void> {
    this.#policy = policy;
    this.#answer = answer;
    this.#changes.notify();
    await this.#each(answer);
  }

  /** @throws {Error} where there is no connection that can act on the verb */
  async #some(verb: NeedyVerb, act: Act): Promise<void> {
    if (this.loss) throw this.loss;
    const problem = findNoHearer(verb, this.connections);
    if (problem) throw new Error(`${problem} ${this.#explain()}`);
    await this.#each(act);
  }

  async #each(act: Act): Promise<void> {
    if (this.loss) throw this.loss;
    await Promise.all(this.connections.map(act));
  }
}
