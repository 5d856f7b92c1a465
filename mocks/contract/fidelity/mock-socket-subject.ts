import { Server, WebSocket, type Client } from 'mock-socket';
import { version } from 'mock-socket/package.json';
import type { Connection } from '../../connection.ts';
import type { Subject } from '../scenario.ts';
import { LibraryServer, type LibraryWire } from './library-server.ts';

interface Handshake {
  readonly connection: Connection<LibraryWire>;
  /** What the page has offered; of several, mock-socket first tells only the first. */
  readonly offered: string[];
  isRefused: boolean;
  protocol: string;
}

/**
 * - accept: it opens by itself 4 ms after `new`; the subprotocol is `selectProtocol`'s answer.
 * - hold: no means; `verifyClient` answers at once.
 * - refuse: `verifyClient` says no. Later the socket is open: then as a violation.
 * - close: `client.close`, with 1005 where there is no code. What it closes with another code than
 *   these two is not clean, so then `server.close`, where that closes no other client.
 * - drop: no means; a close with 1006 comes nearest.
 * - fail: `simulate('error')`, which all sockets of the server see, and the close that it leaves out.
 */
class Listener {
  readonly #library: LibraryServer;
  #server: Server;
  readonly #known = new Set<Client>();
  #current: Handshake | undefined;

  constructor(library: LibraryServer) {
    this.#library = library;
    this.#server = this.#listen();
  }

  stop(): void {
    this.#server.stop();
  }

  #listen(): Server {
    return new Server(this.#library.url, {
      mock: false,
      // Called for each handshake, oldest first: the client is the oldest that is not known yet.
      verifyClient: () => {
        const client = this.#server
          .clients()
          .find((other) => other.readyState === 0 && !this.#known.has(other));
        if (!client) return true;
        this.#known.add(client);
        this.#current = this.#shake(client);
        this.#library.handshake(this.#current.connection);
        return !this.#current.isRefused;
      },
      // Called right behind it, for the same handshake.
      selectProtocol: (protocols) => {
        this.#current?.offered.splice(0, Infinity, ...protocols);
        return this.#current?.protocol ?? '';
      },
    });
  }

  #shake(client: Client): Handshake {
    const offered = [client.protocol].filter((protocol) => protocol !== '');
    const handshake: Handshake = {
      offered,
      isRefused: false,
      protocol: client.protocol,
      connection: this.#library.shake(offered, {
        accept(protocol) {
          handshake.protocol = protocol;
        },
        refuse: () => {
          if (client.readyState === 0) handshake.isRefused = true;
          else this.#fail(client);
        },
        send: (message) => client.send(message),
        close: (code = 1005, reason) => this.#close(client, code, reason),
        drop: () => cut(client),
        fail: () => this.#fail(client),
      }),
    };
    const { wire } = handshake.connection;
    client.on('message', (data) => wire.heard(data));
    client.addEventListener('close', (event) => wire.ended(event as CloseEvent));
    client.addEventListener('open', () => wire.opened());
    return handshake;
  }

  #close(client: Client, code: number, reason: string): void {
    const options = { code, reason, wasClean: true };
    if (code === 1000 || code === 1005 || this.#server.clients().length > 1) {
      client.close(options);
    } else {
      this.#server.close(options);
      this.#server = this.#listen();
    }
  }

  #fail(client: Client): void {
    this.#server.simulate('error');
    cut(client);
  }
}

function cut(client: Client): void {
  client.close({ code: 1006, reason: '', wasClean: false });
}

/** mock-socket, without anything of the lab's. */
export const mockSocketSubject: Subject = {
  name: `mock-socket ${version}`,
  WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  open: async (scenario) =>
    new LibraryServer(`ws://localhost:1/${scenario}`, (server) => {
      const listener = new Listener(server);
      return () => listener.stop();
    }),
};
