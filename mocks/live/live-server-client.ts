import { ABNORMAL } from '../far-end.ts';
import { ServerBase } from '../server-base.ts';
import type { Closing, Payload, ServerConnection } from '../socket-server.ts';
import { ControlChannel, type ConnectionReport } from './control-channel.ts';
import { LiveFarEnd } from './live-far-end.ts';

/** `SocketServer` over real connections to a `LiveServerHost`. */
export class LiveServer extends ServerBase<LiveFarEnd> {
  readonly #channel: ControlChannel;
  readonly #far = new Map<string, LiveFarEnd>();

  /**
   * @param baseUrl where the live server listens
   * @param storyId the story it is for. Its URL carries a token of this page besides: the same
   * story in two tabs has two servers.
   * @throws {Error} when no live server answers, or when it does not let this page drive it
   */
  static async open(baseUrl: string, storyId: string): Promise<LiveServer> {
    const room = `${storyId}~${crypto.randomUUID()}`;
    const channel = new ControlChannel(new URL(`control/${room}`, baseUrl).href);
    return new LiveServer(await channel.address, channel);
  }

  private constructor(url: string, channel: ControlChannel) {
    super(url);
    this.#channel = channel;
    channel.onReport = (report, payload) => this.#hear(report, payload);
    channel.lost.catch(() => {
      for (const connection of this.#far.values()) connection.ended(ABNORMAL);
    });
  }

  override nextConnection(): Promise<ServerConnection> {
    return Promise.race([super.nextConnection(), this.#channel.lost]);
  }

  override nextMessage(): Promise<Payload> {
    return Promise.race([super.nextMessage(), this.#channel.lost]);
  }

  override nextClose(): Promise<Closing> {
    return Promise.race([super.nextClose(), this.#channel.lost]);
  }

  override dispose(): void {
    super.dispose();
    this.#channel.dispose();
  }

  protected override checkReach(): void {
    if (this.#channel.loss) throw this.#channel.loss;
  }

  #hear(report: ConnectionReport, payload: Payload | undefined): void {
    const id = report.connection;
    switch (report.report) {
      case 'connection': {
        const { protocols, requestHead } = report;
        const connection = new LiveFarEnd(id, protocols, requestHead, (order, latencyMs, message) =>
          this.#channel.give(id, order, latencyMs, message),
        );
        this.#far.set(id, connection);
        this.connected(connection);
        return;
      }
      case 'message':
        if (payload !== undefined) this.#far.get(id)?.messaged(payload);
        return;
      case 'closed': {
        const { code, reason, wasClean } = report;
        this.#far.get(id)?.ended({ code, reason, wasClean });
        this.#far.delete(id);
        return;
      }
    }
  }
}
