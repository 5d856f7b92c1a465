import type { WebSocketHandlerConnection } from 'msw/ws';
import { isSendableCloseCode } from '../../src/protocol/close-code.ts';
import type { Connection } from '../connection.ts';
import type { MswClient } from './client.ts';
import { MswEvents } from './events.ts';
import { valuesOf, type Extension } from './extension.ts';
import { NativeWebSocket } from '../network.ts';
import type { Payload } from '../socket-server.ts';

type Server = WebSocketHandlerConnection['server'];

/**
 * What a `ws.link` listener is given as `server`: the real one at the same URL, once the listener calls
 * `connect`. From then on what either end says goes to the other, unless a listener prevents it.
 */
export class MswServer implements Server {
  extension?: Extension;
  readonly #connection: Connection;
  readonly #client: MswClient;
  readonly #events: MswEvents;
  #real: WebSocket | undefined;
  #isClosedHere = false;

  constructor(connection: Connection, client: MswClient) {
    this.#connection = connection;
    this.#client = client;
    this.#events = new MswEvents(client.socket);
  }

  get isConnected(): boolean {
    return this.#real !== undefined;
  }

  /** @throws {Error} where `connect` was not called: libraries find out by that */
  get socket(): WebSocket {
    if (this.#real) return this.#real;
    throw new Error(
      `There is no connection to the real server at ${this.#connection.url}: call \`server.connect()\` first.`,
    );
  }

  get readyState(): number {
    return this.#real?.readyState ?? NativeWebSocket.CLOSED;
  }

  connect(): void {
    if (this.#real?.readyState === NativeWebSocket.OPEN) {
      throw new Error(`The connection to the real server at ${this.#real.url} is already open.`);
    }
    const real = new NativeWebSocket(this.#connection.url, this.#client.info.protocols);
    real.binaryType = this.#client.socket.binaryType;
    real.addEventListener('open', () => this.#events.dispatch(new Event('open'), real));
    real.addEventListener('message', (event) => {
      this.#hear(event as MessageEvent<Payload | Blob>, real);
    });
    real.addEventListener('error', () => {
      const isForwarded = this.#events.dispatch(new Event('error', { cancelable: true }), real);
      if (isForwarded) void this.#connection.fail();
    });
    real.addEventListener('close', ({ code, reason, wasClean }) => {
      if (this.#isClosedHere) return;
      const event = new CloseEvent('close', { code, reason, wasClean, cancelable: true });
      if (this.#events.dispatch(event, real)) this.#forwardClose(code, reason);
    });
    this.#connection.onClose(() => {
      real.close();
    });
    this.#real = real;
  }

  send(data: unknown): void {
    const { socket: real, extension } = this;
    const frames = extension ? valuesOf(extension.encode(data, this.#context)) : [data];
    for (const frame of frames) sendWhenOpen(real, frame as Payload);
  }

  close(): void {
    const { socket: real } = this;
    if (this.#isClosedHere || real.readyState > NativeWebSocket.OPEN) return;
    this.#isClosedHere = true;
    real.close();
    queueMicrotask(() => {
      this.#events.dispatch(new CloseEvent('close', { code: 1000, cancelable: true }), real);
    });
  }

  addEventListener: Server['addEventListener'] = (type, listener, options) => {
    this.#events.add(type, listener, options);
  };

  removeEventListener: Server['removeEventListener'] = (type, listener, options) => {
    this.#events.remove(type, listener, options);
  };

  get #context() {
    const { info } = this.#client;
    return { client: this.#client, server: this, info, connection: this };
  }

  #hear({ data, origin }: MessageEvent<Payload | Blob>, real: WebSocket): void {
    const { extension } = this;
    const messages = extension ? valuesOf(extension.decode(data, this.#context)) : [data];
    let isForwarded = true;
    for (const message of messages) {
      const event = new MessageEvent('message', { data: message, origin, cancelable: true });
      isForwarded = this.#events.dispatch(event, real) && isForwarded;
    }
    if (isForwarded) void this.#connection.send(data);
  }

  #forwardClose(code: number, reason: string): void {
    if (isSendableCloseCode(code)) void this.#connection.close(code, reason);
    else if (code === 1005) void this.#connection.close();
    else void this.#connection.drop();
  }

  /** Sends on what the page has said. */
  forward(data: Payload): void {
    sendWhenOpen(this.socket, data);
  }
}

function sendWhenOpen(real: WebSocket, data: Payload): void {
  const send = () => {
    real.send(data);
  };
  if (real.readyState === NativeWebSocket.CONNECTING)
    real.addEventListener('open', send, { once: true });
  else send();
}
