import { Address } from '../address.ts';
import { ABNORMAL, Connection } from '../connection.ts';
import { addLink } from '../network.ts';
import { ServerBase } from '../server-base.ts';
import type { Closing, Payload, ServerConnection } from '../socket-server.ts';
import type { ServerEnd } from '../wire.ts';
import { ControlChannel, type ConnectionReport } from './control-channel.ts';
import { fromLiveUrl, toLiveUrl } from './redirect.ts';
import { RemoteWire } from './remote-wire.ts';

/** `SocketServer` over real connections: drives a live server from the page. */
export class RemoteServer extends ServerBase {
  readonly #channel: ControlChannel;
  /** Where it really listens. */
  readonly #roomUrl: string;
  readonly #removeLink: (() => void) | undefined;
  /** The ends of what has not ended, by connection. */
  readonly #ends = new Map<string, ServerEnd>();

  /**
   * @param baseUrl where the live server listens
   * @param storyId the story it is for. Its URL carries a token of this page besides: the same
   * story in two tabs has two servers.
   * @param search the query of that URL, as the story has it
   * @throws {Error} when no live server answers, or when it does not let this page drive it
   */
  static async open(baseUrl: string, storyId: string, search = ''): Promise<RemoteServer> {
    const { channel, roomUrl } = await openRoom(baseUrl, storyId);
    return new RemoteServer(roomUrl + search, roomUrl, channel);
  }

  /**
   * Answers, with a real server, the sockets that the page makes for another address. What the page
   * reads as their URL is what it has asked for.
   * @throws as `open`, and {TypeError} for what is no address
   */
  static async openAt(baseUrl: string, storyId: string, address: string): Promise<RemoteServer> {
    const { text } = new Address(address);
    const { channel, roomUrl } = await openRoom(baseUrl, storyId);
    return new RemoteServer(text, roomUrl, channel, storyId);
  }

  private constructor(url: string, roomUrl: string, channel: ControlChannel, redirectFor?: string) {
    const address = new Address(url);
    super(url, [address]);
    this.#roomUrl = roomUrl;
    this.#channel = channel;
    if (redirectFor !== undefined) {
      this.#removeLink = addLink({
        address,
        goal: 'server',
        storyId: redirectFor,
        redirect: (asked) => toLiveUrl(roomUrl, asked),
        connect: (connection) => connection.refuse(),
      });
    }
    channel.onReport = (report, payload) => this.#hear(report, payload);
    channel.lost.catch(() => {
      for (const end of this.#ends.values()) end.closed(ABNORMAL);
      this.changed();
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
    this.#removeLink?.();
    this.#channel.dispose();
  }

  override get loss(): Error | undefined {
    return this.#channel.loss;
  }

  #hear(report: ConnectionReport, payload: Payload | undefined): void {
    const id = report.connection;
    switch (report.report) {
      case 'connection': {
        const { protocols, requestHead } = report;
        const url = fromLiveUrl(this.#roomUrl, requestHead.target);
        const connection = new Connection({ id, url, protocols, requestHead }, (end) => {
          this.#ends.set(id, end);
          return new RemoteWire(end, (order, latencyMs, message) =>
            this.#channel.give(id, order, latencyMs, message),
          );
        });
        this.connected(connection);
        return;
      }
      case 'message':
        if (payload !== undefined) this.#ends.get(id)?.messaged(payload);
        return;
      case 'pong':
        if (payload instanceof ArrayBuffer) this.#ends.get(id)?.ponged(payload);
        return;
      case 'closed': {
        const { code, reason, wasClean } = report;
        this.#ends.get(id)?.closed({ code, reason, wasClean });
        this.#ends.delete(id);
        return;
      }
    }
  }
}

async function openRoom(baseUrl: string, storyId: string) {
  const room = `${storyId}~${crypto.randomUUID()}`;
  const channel = new ControlChannel(new URL(`control/${room}`, baseUrl).href);
  return { channel, roomUrl: await channel.address };
}
