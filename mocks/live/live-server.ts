/**
 * A real WebSocket server on this machine, which a page drives: it does what `SocketVerbs` say,
 * on the wire. It accepts nothing by itself; the page answers each handshake over its own control
 * channel, and when that one goes, all sockets of that page are cut.
 *
 * Each control channel gets a port of its own for its sockets: a browser has one handshake at a
 * time with an address (RFC 6455 §4.1), so on a shared one a handshake that one story holds would
 * keep every other story waiting, and the control channels too.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Server as WsServer, WebSocketServer } from 'ws';
import { isBelow } from '../below.ts';
import type { Upgrade } from './live-connection.ts';
import { LiveWebSocket } from './live-web-socket.ts';
import { createUpgradeServer, listenOnLoopback } from './loopback-server.ts';
import { isLoopbackAddress, type OriginRule } from './origin.ts';
import { Room } from './room.ts';
import { guarded, refuse } from './upgrade.ts';

export interface LiveServerOptions {
  /** Which pages may connect and drive. A request without an `Origin` is always refused. */
  readonly allowsOrigin: OriginRule;
  /** A longer message closes its connection with 1009. @default 16 MiB */
  readonly maxMessageBytes?: number;
  /** Open sockets and control channels together; one more is refused with 503. @default 500 */
  readonly maxSockets?: number;
}

/** Under the path of the server: `control/<room>`. */
const CONTROL_PATH = /^control\/([^/]+)$/;

export class LiveServer {
  readonly #allowsOrigin: OriginRule;
  readonly #maxSockets: number;
  readonly #plain: WsServer<typeof LiveWebSocket>;
  readonly #deflating: WsServer<typeof LiveWebSocket>;
  readonly #rooms = new Set<string>();
  readonly #sockets = new Set<Duplex>();
  /** The subprotocol that each handshake is answered with, until it is. */
  readonly #protocols = new WeakMap<IncomingMessage, string>();
  readonly #undos: (() => void)[] = [];

  constructor({
    allowsOrigin,
    maxMessageBytes = 16 * 1024 * 1024,
    maxSockets = 500,
  }: LiveServerOptions) {
    this.#allowsOrigin = allowsOrigin;
    this.#maxSockets = maxSockets;
    const options = {
      noServer: true,
      maxPayload: maxMessageBytes,
      clientTracking: false,
      // `ws` would answer only with one that was offered, and a server may break that rule.
      handleProtocols: () => false as const,
      WebSocket: LiveWebSocket,
    };
    this.#plain = new WebSocketServer(options);
    // It inflates, and need not deflate (RFC 7692 §6): then what it sends cannot be overtaken.
    const perMessageDeflate = { threshold: Infinity };
    this.#deflating = new WebSocketServer({ ...options, perMessageDeflate });
    for (const webSockets of [this.#plain, this.#deflating]) {
      webSockets.on('headers', (headers, request) => {
        const protocol = this.#protocols.get(request);
        if (protocol) headers.push(`Sec-WebSocket-Protocol: ${protocol}`);
      });
    }
  }

  /**
   * Listens on a port of its own. Returns the URL that a page needs.
   * @param port @default 0, any that is free
   */
  async listen(port = 0): Promise<string> {
    const server = createUpgradeServer();
    this.attach(server, '/');
    server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
      // A target need not be a path: `GET * HTTP/1.1`.
      if (!request.url?.startsWith('/')) socket.destroy();
    });
    this.#undos.push(() => server.close());
    return `${await listenOnLoopback(server, port)}/`;
  }

  /**
   * Answers the upgrades of another server under `path`, and leaves all others alone. Ends with
   * that server. Returns the undo, which leaves what is open as it is.
   */
  attach(server: Pick<Server, 'on' | 'off'>, path: string): () => void {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    const onUpgrade = guarded((request, socket, head) => {
      const [pathname = ''] = (request.url ?? '').split('?', 1);
      if (!pathname.startsWith(prefix)) return;
      const isAllowed = (origin: string) => this.#allowsOrigin(origin, request.headers.host);
      if (!this.#admits(request, socket, isAllowed)) return;
      const [, room] = CONTROL_PATH.exec(pathname.slice(prefix.length)) ?? [];
      if (room === undefined) refuse(socket, '404 Not Found');
      else if (this.#rooms.has(room)) refuse(socket, '409 Conflict');
      else this.#openRoom(room, request, socket, head);
    });
    const onClose = () => this.close();
    server.on('upgrade', onUpgrade);
    server.on('close', onClose);
    const detach = () => {
      server.off('upgrade', onUpgrade);
      server.off('close', onClose);
    };
    this.#undos.push(detach);
    return detach;
  }

  /** Cuts everything, and listens no more. */
  close(): void {
    for (const undo of this.#undos.splice(0)) undo();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Refuses who may not come in, and counts who may. */
  #admits(
    request: IncomingMessage,
    socket: Duplex,
    isAllowed: (origin: string) => boolean,
  ): boolean {
    socket.on('error', () => socket.destroy());
    const { origin } = request.headers;
    if (!isLoopbackAddress(request.socket.remoteAddress) || !origin || !isAllowed(origin)) {
      refuse(socket, '403 Forbidden');
      return false;
    }
    if (this.#sockets.size >= this.#maxSockets) {
      refuse(socket, '503 Service Unavailable');
      return false;
    }
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    return true;
  }

  #openRoom(name: string, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { origin } = request.headers;
    this.#rooms.add(name);
    this.#plain.handleUpgrade(request, socket, head, (control) => {
      const room = new Room(control);
      const server = createUpgradeServer();
      const onUpgrade = guarded((upgrade, page, pageHead) => {
        // Only the page that opened the room may enter it.
        if (!this.#admits(upgrade, page, (pageOrigin) => pageOrigin === origin)) return;
        if (!isBelow(`ws://room/${name}`, `ws://room${upgrade.url}`)) refuse(page, '404 Not Found');
        else room.connect(upgrade, page, this.#upgradeLater(upgrade, page, pageHead));
      });
      server.on('upgrade', onUpgrade);
      control.on('close', () => {
        this.#rooms.delete(name);
        room.dispose();
        server.close();
      });
      listenOnLoopback(server, 0).then(
        (address) => room.listening(`${address}/${name}`),
        () => control.terminate(),
      );
    });
    // The page may have gone before it was let in.
    socket.on('close', () => this.#rooms.delete(name));
  }

  #upgradeLater(request: IncomingMessage, socket: Duplex, head: Buffer): Upgrade {
    return ({ protocol, extensions }, opened) => {
      this.#protocols.set(request, protocol);
      const webSockets = extensions === '' ? this.#plain : this.#deflating;
      webSockets.handleUpgrade(request, socket, head, opened);
    };
  }
}
