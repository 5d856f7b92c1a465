import type { WebSocketHandlerConnection } from 'msw/ws';
import { HandshakeQueue } from './handshake-queue.ts';
import type { Link } from './network.ts';
import { queueNetworkTask } from './network-tasks.ts';
import type { SimulatedConnection } from './simulated-connection.ts';

type Client = WebSocketHandlerConnection['client'];
type Server = WebSocketHandlerConnection['server'];

/** The far end in MSW's own terms: what a `ws.link` listener is given as `client`. */
export class SimulatedClient implements Client {
  readonly connection: SimulatedConnection;
  readonly id: string;
  readonly url: URL;
  readonly #socket: WebSocket;
  readonly #events = new EventTarget();
  readonly #bound = new Map<unknown, EventListener>();

  constructor(connection: SimulatedConnection, socket: WebSocket) {
    this.connection = connection;
    this.id = connection.id;
    this.url = new URL(connection.url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#events.dispatchEvent(new Event('open'));
    });
    connection.onMessage((data) => {
      this.#events.dispatchEvent(new MessageEvent('message', { data, cancelable: true }));
    });
    connection.onClose((closing) => {
      this.#events.dispatchEvent(new CloseEvent('close', closing));
    });
  }

  send(data: Parameters<Client['send']>[0]): void {
    if (data instanceof Blob) {
      throw new TypeError(
        'The simulated far end sends text, an ArrayBuffer or a view of one. Await `blob.arrayBuffer()` and send that: a Blob has no bytes until it is read.',
      );
    }
    void this.connection.send(data);
  }

  close(code?: number, reason?: string): void {
    void this.connection.close(code, reason);
  }

  addEventListener: Client['addEventListener'] = (type, listener, options) => {
    const bound = this.#bound.get(listener) ?? (listener.bind(this.#socket) as EventListener);
    this.#bound.set(listener, bound);
    this.#events.addEventListener(type, bound, options);
  };

  removeEventListener: Client['removeEventListener'] = (type, listener, options) => {
    this.#events.removeEventListener(type, this.#bound.get(listener) ?? null, options);
  };
}

/** What a `ws.link` listener is given as `server`: nothing, for there is no real server behind it. */
const noServer: Server = {
  connect() {
    throw new Error(
      'There is no real server behind a simulated socket. For the real one, leave its URL without a handler: the browser then connects by itself.',
    );
  },
  send() {
    this.connect();
  },
  close() {
    this.connect();
  },
  addEventListener() {
    // MSW's own handler listens here for every connection; nothing will ever come.
  },
  removeEventListener() {
    // As above.
  },
};

/** One for each far end: in the lab a server is an address of its own. */
const queues = new WeakMap<Link['handler'], HandshakeQueue>();

/** Carries a handshake to the far end, which accepts it unless it has said otherwise. */
export function startHandshake(
  { handler }: Link,
  connection: SimulatedConnection,
  socket: WebSocket,
): void {
  const queue = queues.get(handler) ?? new HandshakeQueue();
  queues.set(handler, queue);
  queue.enter((done) => {
    connection.onAnswered(done);
    queueNetworkTask(() => {
      if (connection.state !== 'connecting') return;
      const client = new SimulatedClient(connection, socket);
      const info = { protocols: [...connection.protocols] };
      handler.run({ client, server: noServer, info }).then(
        () => {
          if (!connection.isDecided) void connection.accept();
        },
        (error: unknown) => {
          reportError(error);
          void connection.refuse(500);
        },
      );
    });
  });
}
