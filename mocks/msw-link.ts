import type { WebSocketHandler, WebSocketHandlerConnection } from 'msw/ws';
import type { Connection } from './connection.ts';
import { addLink } from './network.ts';

type Client = WebSocketHandlerConnection['client'];
type Server = WebSocketHandlerConnection['server'];

let listHandlers: () => readonly unknown[] = () => [];

/** Lets the `ws.link` handlers of an MSW worker answer too, where no server of a story does. */
export function includeMswHandlers(list: () => readonly unknown[]): void {
  listHandlers = list;
}

/** All that match, for MSW runs all of them, in their order. */
function handlersOf(url: string): WebSocketHandler[] {
  return listHandlers()
    .filter(isWebSocketHandler)
    .filter((handler) => handler.test(url));
}

function isWebSocketHandler(handler: unknown): handler is WebSocketHandler {
  return (
    typeof handler === 'object' &&
    handler !== null &&
    'kind' in handler &&
    handler.kind === 'websocket'
  );
}

addLink({
  test: (url) => handlersOf(url).length > 0,
  connect: async (connection, socket) => {
    const client = new SimulatedClient(connection, socket);
    const info = { protocols: [...connection.protocols] };
    for (const handler of handlersOf(socket.url))
      await handler.run({ client, server: noServer, info });
  },
});

/** A connection in MSW's own terms: what a `ws.link` listener is given as `client`. */
class SimulatedClient implements Client {
  readonly id: string;
  readonly url: URL;
  readonly #connection: Connection;
  readonly #socket: WebSocket;
  readonly #events = new EventTarget();
  readonly #bound = new Map<unknown, EventListener>();

  constructor(connection: Connection, socket: WebSocket) {
    this.id = connection.id;
    this.url = new URL(socket.url);
    this.#connection = connection;
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
        'The simulated server sends text, an ArrayBuffer or a view of one. Await `blob.arrayBuffer()` and send that: a Blob has no bytes until it is read.',
      );
    }
    void this.#connection.send(data);
  }

  close(code?: number, reason?: string): void {
    void this.#connection.close(code, reason);
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
