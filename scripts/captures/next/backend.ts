/** What the Next.js app talks to: its first data over HTTP, and a real WebSocket server beside it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { HOST } from '../../child-process.ts';

/** What HTTP answers, where a test has said nothing else. */
export const FIRST = 'the newest message, by HTTP';
/** What every socket is sent as soon as it is open. */
export const GREETING = 'hello from the backend';

/** For a page that has to be rendered first, on a machine that is busy with other tests. */
const READ_LIMIT_MS = 20_000;

/** As the backend saw it. */
export interface SeenSocket {
  /** A browser sends an `Origin` (RFC 6455 §4.1); Node's WebSocket sends none. */
  readonly openedBy: 'browser' | 'server';
  /** What it was closed with. Missing while it is open. */
  closeCode?: number;
}

export const isOpen = ({ closeCode }: SeenSocket): boolean => closeCode === undefined;

export class Backend {
  /** Its address, which the app reads from the environment as `BACKEND_URL`. */
  readonly url: string;
  readonly #http: Server;
  readonly #webSockets: WebSocketServer;
  readonly #seen = new Map<string, SeenSocket[]>();
  readonly #answers = new Map<string, () => string>();
  readonly #open = new Map<string, Set<WebSocket>>();
  readonly #listeners = new Map<string, (text: string, answer: (text: string) => void) => void>();

  private constructor(http: Server) {
    this.url = `http://${HOST}:${(http.address() as AddressInfo).port}`;
    this.#http = http;
    http.on('request', ({ url = '' }, response) => {
      response.end(this.#answers.get(url)?.() ?? FIRST);
    });
    this.#webSockets = new WebSocketServer({ server: http });
    this.#webSockets.on('connection', (socket, request) => this.#see(socket, request));
  }

  /** @param port @default 0, any that is free */
  static async listen(port = 0): Promise<Backend> {
    const http = createServer().listen(port, HOST);
    await once(http, 'listening');
    return new Backend(http);
  }

  /** Says what HTTP answers at this path. */
  onRequest(path: string, answer: () => string): void {
    this.#answers.set(path, answer);
  }

  /** Calls back for what a socket at this path says, with what answers it. */
  onMessage(path: string, listener: (text: string, answer: (text: string) => void) => void): void {
    this.#listeners.set(path, listener);
  }

  /** Sends to every socket that is open at this path. */
  send(path: string, text: string): void {
    for (const socket of this.#open.get(path) ?? []) socket.send(text);
  }

  /** Every socket that has been opened at this path, oldest first. */
  at(path: string): readonly SeenSocket[] {
    return this.#seen.get(path) ?? [];
  }

  /** Resolves when the next socket has read all that it was sent. Rejects when none does. */
  async nextReader(): Promise<void> {
    const signal = AbortSignal.timeout(READ_LIMIT_MS);
    try {
      const [socket] = (await once(this.#webSockets, 'connection', { signal })) as [WebSocket];
      socket.ping();
      // It is answered after what was sent before, as both travel in order.
      await once(socket, 'pong', { signal });
    } catch (cause) {
      throw new Error(`No socket was opened, and read what it was sent, in ${READ_LIMIT_MS} ms.`, {
        cause,
      });
    }
  }

  /** Resolves when nothing is open any more. */
  async allClosed(): Promise<void> {
    await Promise.all([...this.#webSockets.clients].map((socket) => once(socket, 'close')));
  }

  close(): void {
    for (const socket of this.#webSockets.clients) socket.terminate();
    this.#http.close();
  }

  #see(socket: WebSocket, { url = '', headers }: IncomingMessage): void {
    const seen: SeenSocket = { openedBy: headers.origin === undefined ? 'server' : 'browser' };
    this.#seen.set(url, [...this.at(url), seen]);
    const open = this.#open.get(url) ?? new Set();
    this.#open.set(url, open.add(socket));
    socket.on('close', (code) => {
      seen.closeCode = code;
      open.delete(socket);
    });
    socket.on('message', (data, isBinary) => {
      if (isBinary) return;
      this.#listeners.get(url)?.((data as Buffer).toString(), (text) => socket.send(text));
    });
    socket.send(GREETING);
  }
}
