import { WebSocketHandler } from 'msw/ws';
import { History } from './history.ts';
import { SimulatedClient } from './msw-connection.ts';
import { addLink } from './network.ts';
import type { SimulatedConnection } from './simulated-connection.ts';
import type {
  AcceptOptions,
  Closing,
  Payload,
  ServerConnection,
  SocketServer,
} from './socket-server.ts';

type Connected = Parameters<WebSocketHandler['run']>[0];

/**
 * An MSW handler whose far end is a `SimulatedServer`. What `ws.link` returns would do too, but for
 * its store of clients: that one is shared between tabs, written for each connection, and never
 * forgets one.
 */
class ServerLink extends WebSocketHandler {
  readonly #connected: (connection: SimulatedConnection) => void;

  constructor(url: string, connected: (connection: SimulatedConnection) => void) {
    super(url);
    this.#connected = connected;
  }

  override async run({ client }: Connected): Promise<null> {
    if (client instanceof SimulatedClient) this.#connected(client.connection);
    return null;
  }
}

/** What the server does with a handshake. */
type HandshakePolicy = (connection: ServerConnection) => Promise<void>;

/** `SocketServer` over simulated connections. */
export class SimulatedServer implements SocketServer {
  readonly url: string;
  latencyMs = 0;
  readonly #connections = new History<SimulatedConnection>('a connection', 1_000);
  readonly #messages = new History<Payload>('a message');
  readonly #closings = new History<Closing>('the end of a connection', 1_000);
  readonly #listeners = new Set<(connection: ServerConnection) => void>();
  readonly #removeLink: () => void;
  #answer: HandshakePolicy = (connection) => connection.accept();

  /**
   * @param url an absolute URL; wildcards as in MSW's `ws.link`
   * @param storyId the story it belongs to, for the ledger
   */
  constructor(url: string, storyId?: string) {
    this.url = url;
    const handler = new ServerLink(url, (connection) => {
      this.#connected(connection);
    });
    this.#removeLink = addLink(storyId === undefined ? { handler } : { handler, storyId });
  }

  get connections(): readonly ServerConnection[] {
    return this.#connections.items;
  }

  get open(): readonly ServerConnection[] {
    return this.connections.filter(({ state }) => state === 'open');
  }

  get received(): readonly Payload[] {
    return this.#messages.items;
  }

  async accept(options?: AcceptOptions): Promise<void> {
    await this.#decide((connection) => connection.accept(options));
  }

  async hold(): Promise<void> {
    await this.#decide((connection) => connection.hold());
  }

  async refuse(status?: number): Promise<void> {
    await this.#decide((connection) => connection.refuse(status));
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

  onConnection(listener: (connection: ServerConnection) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#removeLink();
    this.#listeners.clear();
    for (const connection of this.#connections.items) connection.dispose();
    this.#connections.dispose();
    this.#messages.dispose();
    this.#closings.dispose();
  }

  #connected(connection: SimulatedConnection): void {
    connection.latencyMs = () => this.latencyMs;
    connection.onMessage((data) => {
      this.#messages.push(data);
    });
    connection.onClose((closing) => {
      this.#closings.push(closing);
    });
    for (const listener of [...this.#listeners]) listener(connection);
    this.#connections.push(connection);
    if (!connection.isDecided) void this.#answer(connection);
  }

  async #decide(answer: HandshakePolicy): Promise<void> {
    this.#answer = answer;
    await this.#each(answer);
  }

  async #each(act: (connection: SimulatedConnection) => Promise<void>): Promise<void> {
    await Promise.all(this.#connections.items.map(act));
  }
}
