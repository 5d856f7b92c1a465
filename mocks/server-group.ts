import { Address } from './address.ts';
import type { ServerBase as Server } from './server-base.ts';
import { ServerBase } from './server-base.ts';
import type { AnswerOptions, HandshakePolicy } from './socket-server.ts';

/**
 * Several servers as one. What it is told, each is told that can do it; what comes to one of them, it
 * hears too. Each alone can be told something else.
 */
export class ServerGroup extends ServerBase {
  readonly servers: Readonly<Record<string, Server>>;
  readonly #all: readonly Server[];

  constructor(servers: Readonly<Record<string, Server>>) {
    const all = Object.values(servers);
    const urls = all.map(({ url }) => url);
    super(
      urls.join(' '),
      urls.map((url) => new Address(url)),
    );
    this.servers = servers;
    this.#all = all;
    for (const server of all) {
      server.onConnection((connection) => this.heard(connection));
      server.onChange(() => this.changed());
    }
  }

  override get latencyMs(): number {
    return Math.max(...this.#all.map(({ latencyMs }) => latencyMs));
  }

  override set latencyMs(latencyMs: number) {
    for (const server of this.#all) server.latencyMs = latencyMs;
  }

  /** That of all of them; where they differ, that of the first that does not accept. */
  override get policy(): HandshakePolicy {
    return this.#all.map(({ policy }) => policy).find((policy) => policy !== 'accept') ?? 'accept';
  }

  override get loss(): Error | undefined {
    return this.#all.map(({ loss }) => loss).find((loss) => loss !== undefined);
  }

  override async accept(options?: AnswerOptions): Promise<void> {
    await this.#each((server) => server.accept(options));
  }

  override async hold(): Promise<void> {
    await this.#each((server) => server.hold());
  }

  override async refuse(status?: number): Promise<void> {
    await this.#each((server) => server.refuse(status));
  }

  override async answerClose(code?: number, reason?: string): Promise<void> {
    await this.#each((server) => server.answerClose(code, reason));
  }

  override dispose(): void {
    super.dispose();
    for (const server of this.#all) server.dispose();
  }

  async #each(act: (server: Server) => Promise<void>): Promise<void> {
    await Promise.all(this.#all.map(act));
  }
}
