import { createClock } from '@sinonjs/fake-timers';
import * as v from 'valibot';
import { afterEach, beforeEach, inject } from 'vitest';
import type { Behaviour } from '../behaviour.ts';
import type { Subject } from '../contract/scenario.ts';
import { real, simulated } from '../contract/subjects.ts';
import { putOnTime } from '../clock.ts';
import { History } from '../history.ts';
import type { SocketServer } from '../socket-server.ts';
import { serverMessage, type PageMessage, type ServerMessage } from './protocol.ts';

/** A page that speaks the protocol, and checks everything that it hears against the schema. */
export class Page {
  readonly #heard = new History<ServerMessage>('a message of the protocol');
  readonly #socket: WebSocket;
  readonly #server: SocketServer;
  /** How the socket ended. */
  readonly closed: Promise<CloseEvent>;

  private constructor(subject: Subject, server: SocketServer) {
    this.#socket = new subject.WebSocket(server.url);
    this.#server = server;
    this.closed = new Promise((resolve) => this.#socket.addEventListener('close', resolve));
    this.#socket.addEventListener('message', ({ data }) =>
      this.#heard.push(v.parse(serverMessage, JSON.parse(String(data)))),
    );
  }

  static async open(subject: Subject, server: SocketServer): Promise<Page> {
    const page = new Page(subject, server);
    await new Promise((resolve) => page.#socket.addEventListener('open', resolve));
    return page;
  }

  /** Sends one message; what is not of the protocol too. */
  say(message: PageMessage | Readonly<Record<string, unknown>> | string): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends bytes behind an offset, as `collectsChunks` wants them. */
  sendChunk(offset: number, bytes: readonly number[]): void {
    const chunk = new Uint8Array([...Array<number>(8).fill(0), ...bytes]);
    new DataView(chunk.buffer).setBigUint64(0, BigInt(offset));
    this.#socket.send(chunk);
  }

  /** The next message that no earlier call has returned. */
  next(): Promise<ServerMessage> {
    return this.#heard.next();
  }

  /** Everything that was said before now and not read: a last message is sent behind it. */
  async rest(): Promise<readonly ServerMessage[]> {
    const about = `end ${performance.now()}`;
    await this.#server.send(JSON.stringify({ type: 'error', about, reason: 'end' }));
    const rest: ServerMessage[] = [];
    for (;;) {
      const message = await this.next();
      if (message.type === 'error' && message.about === about) return rest;
      rest.push(message);
    }
  }
}

/** Puts the network on a time that stands still until `advance`. Returns that, and the undo. */
export function stopTime() {
  const clock = createClock();
  const undo = putOnTime({
    now: () => clock.now,
    after: (ms, callback) => {
      const id = clock.setTimeout(callback, ms);
      return () => clock.clearTimeout(id);
    },
  });
  return { advance: (ms: number) => void clock.tick(ms), undo };
}

/** Both transports. */
export const SUBJECTS = [simulated, real(inject('liveServerUrl'))];

/** A server for each test, on a time that stands still. */
export function useServer(subject: Subject) {
  let server: SocketServer;
  let undo: () => void = () => undefined;
  let time: ReturnType<typeof stopTime>;
  beforeEach(async () => {
    time = stopTime();
    server = await subject.open(`protocol-${Math.random().toString(36).slice(2)}`);
  });
  afterEach(() => {
    undo();
    server.dispose();
    time.undo();
  });
  const open = () => Page.open(subject, server);
  return {
    get server() {
      return server;
    },
    open,
    /** Gives the server this behaviour, and opens a page. */
    openAt: (behaviour: Behaviour) => {
      undo = behaviour(server);
      return open();
    },
    /** Ends the behaviour. */
    undo: () => undo(),
    /** Resolves when so many messages more have arrived from pages. */
    heard: async (count: number) => {
      for (let n = 0; n < count; n += 1) await server.nextMessage();
    },
    advance: (ms: number) => time.advance(ms),
  };
}
