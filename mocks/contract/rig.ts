import { realTime } from '../clock.ts';
import type { ServerConnection, SocketServer } from '../socket-server.ts';
import { describe, describeEvent, describeState } from './describe.ts';
import type { Subject, Trace } from './scenario.ts';

/**
 * How long a scenario waits to show that something does not happen. On loopback a message and its
 * answer take under 5 ms, also on a slow machine under 50.
 */
const QUIET_MS = 150;

/** The order to be silent is behind it on the same channel, so this is many times enough. */
export const CLOSE_FRAME_TRAVELS_MS = 50;

const EVENT_TYPES = ['open', 'message', 'error', 'close'] as const;
type EventName = (typeof EVENT_TYPES)[number];

/** What a scenario works with: a kind of socket, its server, and the trace. */
export class Rig {
  readonly WebSocket: typeof WebSocket;
  readonly server: SocketServer;
  readonly #lines: string[] = [];
  /** Every socket watched, and how many of its events no one has waited for. */
  readonly #sockets = new Map<WebSocket, Record<EventName, number>>();

  constructor(subject: Subject, server: SocketServer) {
    this.WebSocket = subject.WebSocket;
    this.server = server;
  }

  /** What was noted, with the server's address left out. */
  get trace(): Trace {
    const { href, origin, host } = new URL(this.server.url);
    return this.#lines.map((line) =>
      line.replaceAll(href, '<url>').replaceAll(origin, '<origin>').replaceAll(host, '<host>'),
    );
  }

  readonly note = (what: string, ...values: unknown[]): void => {
    this.#lines.push([what, ...values.map(describe)].join(' · '));
  };

  /** Notes what `act` returns, or what it throws. */
  readonly attempt = (what: string, act: () => unknown): void => {
    try {
      this.note(what, act());
    } catch (error) {
      this.note(`${what} throws`, error);
    }
  };

  /** A socket whose events are noted as they come. */
  connect(protocols?: string | string[], query = ''): WebSocket {
    return this.watch(new this.WebSocket(this.server.url + query, protocols));
  }

  /** Notes the events of a socket. `name` tells several apart. */
  watch(socket: WebSocket, name?: string): WebSocket {
    for (const type of EVENT_TYPES) {
      socket.addEventListener(type, (event) => {
        this.#unread(socket)[type] += 1;
        this.#lines.push((name ? `${name}: ` : '') + describeEvent(event, socket));
      });
    }
    return socket;
  }

  /** A socket that has opened, and its server. */
  async opened(protocols?: string | string[]): Promise<[WebSocket, ServerConnection]> {
    const socket = this.connect(protocols);
    const connection = await this.server.nextConnection();
    await this.event(socket, 'open');
    return [socket, connection];
  }

  /** A socket whose handshake is not answered, and its server. */
  async held(protocols?: string | string[]): Promise<[WebSocket, ServerConnection]> {
    await this.server.hold();
    const socket = this.connect(protocols);
    return [socket, await this.server.nextConnection()];
  }

  noteState(what: string, socket: WebSocket): void {
    this.#lines.push(`${what} · ${describeState(socket.readyState)}`);
  }

  /** Notes each state of a socket once, looking in every task until it is closed. */
  async noteStates(socket: WebSocket): Promise<void> {
    let last = -1;
    while (last !== WebSocket.CLOSED) {
      if (socket.readyState !== last) this.noteState('seen', socket);
      last = socket.readyState;
      await this.task();
    }
  }

  /** The next event of a kind that no earlier call has waited for: one that has been is not missed. */
  event(socket: WebSocket, type: EventName): Promise<void> {
    const unread = this.#unread(socket);
    return new Promise((resolve) => {
      const read = () => {
        unread[type] -= 1;
        resolve();
      };
      if (unread[type] > 0) read();
      // Behind the listeners that the scenario has set itself.
      else socket.addEventListener(type, read, { once: true });
    });
  }

  /** The `count` messages to come. */
  messages(socket: WebSocket, count: number): Promise<unknown[]> {
    const { promise, resolve } = Promise.withResolvers<unknown[]>();
    const data: unknown[] = [];
    socket.addEventListener('message', function listener(event) {
      data.push(event.data);
      if (data.length < count) return;
      socket.removeEventListener('message', listener);
      resolve(data);
    });
    return promise;
  }

  /** Waits to show that something does not happen. */
  quiet(): Promise<void> {
    return new Promise((resolve) => realTime.after(QUIET_MS, () => resolve()));
  }

  /** A task of the page's own, behind what is ready now. */
  task(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  }

  #unread(socket: WebSocket): Record<EventName, number> {
    const known = this.#sockets.get(socket);
    if (known) return known;
    const unread = { open: 0, message: 0, error: 0, close: 0 };
    this.#sockets.set(socket, unread);
    return unread;
  }

  /**
   * The server closes, and then neither reads nor answers: its Close frame is on its way for long
   * enough that the silence has begun when it arrives.
   */
  async closeIntoSilence(connection: ServerConnection, code: number, reason = ''): Promise<void> {
    this.server.latencyMs = CLOSE_FRAME_TRAVELS_MS;
    void connection.close(code, reason);
    await connection.stall();
    this.server.latencyMs = 0;
  }

  /** Leaves nothing open behind. */
  dispose(): void {
    for (const socket of this.#sockets.keys()) {
      if (socket.readyState < WebSocket.CLOSING) socket.close();
    }
    this.server.dispose();
  }
}
