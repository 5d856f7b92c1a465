import type { WebSocketHandlerConnection } from 'msw/ws';
import type { Connection } from '../connection.ts';
import { checkMessage } from '../message.ts';
import { MswEvents } from './events.ts';
import { valuesOf, type Extension, type ExtensionContext } from './extension.ts';
import { MswServer } from './server.ts';
import type { Message, Payload } from '../socket-server.ts';

type Client = WebSocketHandlerConnection['client'];
type Info = WebSocketHandlerConnection['info'];

/** A connection in MSW's own terms: what a `ws.link` listener is given as `client`. */
export class MswClient implements Client {
  readonly id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  readonly url: URL;
  readonly socket: WebSocket;
  readonly info: Info;
  readonly server: MswServer;
  extension?: Extension;
  readonly #connection: Connection;
  readonly #events: MswEvents;
  #hasGreeted = false;

  constructor(connection: Connection, socket: WebSocket) {
    this.url = new URL(connection.url);
    this.socket = socket;
    this.#connection = connection;
    const { protocols } = connection;
    this.info = { protocols: protocols.length > 0 ? [...protocols] : undefined };
    this.server = new MswServer(connection, this);
    this.#events = new MswEvents(socket);
    socket.addEventListener('open', () => {
      this.#events.dispatch(new Event('open'));
    });
    connection.onMessage((data) => {
      this.#hear(data);
    });
    connection.onClose((closing) => {
      this.#events.dispatch(new CloseEvent('close', closing));
    });
  }

  /** @throws {TypeError} for what is no message */
  send(data: unknown): void {
    this.greet();
    const frames = this.extension
      ? valuesOf(this.extension.encode(data, { ...this.#context, connection: this }))
      : [data];
    for (const frame of frames) this.#sendFrame(frame);
  }

  close(code?: number, reason?: string): void {
    void this.#connection.close(code, reason);
  }

  addEventListener: Client['addEventListener'] = (type, listener, options) => {
    this.#events.add(type, listener, options);
  };

  removeEventListener: Client['removeEventListener'] = (type, listener, options) => {
    this.#events.remove(type, listener, options);
  };

  /** Sends what a server of the extension's protocol says first, once, unless a real one says it. */
  greet(): void {
    if (this.#hasGreeted || this.server.isConnected) return;
    this.#hasGreeted = true;
    for (const frame of valuesOf(this.extension?.connect?.(this.#context))) this.#sendFrame(frame);
  }

  get #context(): ExtensionContext {
    return { client: this, server: this.server, info: this.info };
  }

  #hear(data: Payload): void {
    const { extension } = this;
    if (!this.server.isConnected) {
      const frames = valuesOf(extension?.receive?.(data, this.#context));
      for (const frame of frames) this.#sendFrame(frame);
    }
    const messages = extension
      ? valuesOf(extension.decode(data, { ...this.#context, connection: this }))
      : [data];
    let isForwarded = true;
    for (const message of messages) {
      const { url: origin } = this.socket;
      const event = new MessageEvent('message', { data: message, origin, cancelable: true });
      isForwarded = this.#events.dispatch(event) && isForwarded;
    }
    if (isForwarded && this.server.isConnected) this.server.forward(data);
  }

  #sendFrame(frame: unknown): void {
    checkMessage(frame);
    void this.#connection.send(frame as Message);
  }
}
