import type { ServerConnection, SocketServer } from '../../socket-server.ts';
import { describe, describeEvent, describeState } from '../describe.ts';
import type { Subject } from '../scenario.ts';
import { Notes, type FuzzTrace } from './notes.ts';
import { blobs } from './page-actions.ts';
import { mayEnd, Races } from './races.ts';
import type { FuzzScript, Heard, PageAction, Reaction, Step, Verb } from './script.ts';
import { Departure, untilCalm, untilExpected, type Patience } from './settle.ts';

/** A script with more sockets than these tells no more, and takes longer. */
const MOST_SOCKETS = 4;
/**
 * With two that connect, one waits for the other. The order of those that wait is not specified:
 * Chromium delays each by chance.
 */
const MOST_CONNECTING = 2;

export interface FuzzOptions extends Patience {
  /** What is to come: a step is over when it has. Without it, when the page has been calm. */
  readonly expected?: FuzzTrace;
}

/** Runs a script on a kind of socket, and answers with what page and server saw. */
export async function runScript(
  script: FuzzScript,
  subject: Subject,
  name: string,
  options: FuzzOptions = {},
): Promise<FuzzTrace> {
  const server = await subject.open(name);
  const run = new Run(subject, server, options);
  try {
    for (const step of script) await run.step(step);
    await run.end();
  } catch (error) {
    if (!(error instanceof Departure)) throw error;
  } finally {
    run.dispose();
  }
  return run.trace;
}

class Run {
  readonly #subject: Subject;
  readonly #server: SocketServer;
  readonly #options: FuzzOptions;
  readonly #notes = new Notes();
  readonly #sockets = new Map<string, WebSocket>();
  readonly #connections = new Map<string, ServerConnection>();
  readonly #madeIn = new Map<string, number>();
  readonly #blobs: Promise<void>[] = [];
  readonly #races = new Races();
  #hasSentBlob = false;
  #acts: Promise<unknown>[] = [];

  constructor(subject: Subject, server: SocketServer, options: FuzzOptions) {
    this.#subject = subject;
    this.#server = server;
    this.#options = options;
    server.onConnection((connection) => this.#watchConnection(connection));
  }

  get trace(): FuzzTrace {
    return this.#notes.trace;
  }

  async step(step: Step): Promise<void> {
    this.#notes.step += 1;
    this.#take(step);
    await this.#settle();
  }

  /** Ends every silence and every handshake that is held; then the page closes what is left. */
  async end(): Promise<void> {
    this.#races.begin(true);
    this.#notes.step += 1;
    for (const connection of this.#connections.values()) this.#act(connection.resume());
    await this.#settle();
    this.#notes.step += 1;
    this.#decide(() => this.#server.accept());
    await this.#settle();
    this.#notes.step += 1;
    for (const [name, socket] of this.#sockets) this.#do(name, socket, (open) => open.close(1000));
    await this.#settle();
    await Promise.all(this.#blobs);
  }

  dispose(): void {
    for (const socket of this.#sockets.values()) socket.close();
    this.#server.dispose();
  }

  #take(step: Step): void {
    this.#races.begin(step.kind !== 'page');
    if (step.kind === 'policy') {
      this.#decide(() => step.decide(this.#server));
      return;
    }
    if (step.kind === 'connect') {
      const name = this.#connect(step.protocols, step.reactions, `socket ${this.#sockets.size}`);
      const made = name && this.#sockets.get(name);
      if (made) for (const act of step.actions) this.#do(name, made, act);
      return;
    }
    const names = [...this.#sockets.keys()];
    const name = names[step.socket % names.length] ?? '';
    if (step.kind === 'page') {
      const socket = this.#sockets.get(name);
      if (socket) for (const act of step.actions) this.#do(name, socket, act);
      return;
    }
    const connection = this.#connections.get(name);
    if (!connection) return;
    if (step.kind === 'silence') this.#act(connection[step.verb]());
    else {
      this.#races.begin(mayEnd(connection, step.verbs));
      this.#burst(connection, step.verbs);
    }
  }

  /** Behind the answer to a handshake comes what was said before it. */
  #decide(decide: () => Promise<void>): void {
    const held = [...this.#connections.values()].filter(({ state }) => state === 'connecting');
    this.#inOnePiece(held, () => this.#act(decide()));
  }

  #burst(connection: ServerConnection, verbs: readonly Verb[]): void {
    const isMore = verbs.length > 1 || connection.state === 'connecting';
    this.#inOnePiece(isMore ? [connection] : [], () => {
      for (const verb of verbs) this.#act(verb(connection));
    });
  }

  /** What is held back and let go leaves in one piece, also a real server's. */
  #inOnePiece(connections: readonly ServerConnection[], say: () => void): void {
    const speaking = connections.filter(({ isStalled }) => !isStalled);
    for (const connection of speaking) this.#act(connection.stall());
    say();
    for (const connection of speaking) this.#act(connection.resume());
  }

  #connect(
    protocols: string | readonly string[],
    reactions: readonly Reaction[],
    name: string,
  ): string | undefined {
    const connecting = [...this.#sockets.values()].filter(
      ({ readyState }) => readyState === WebSocket.CONNECTING,
    );
    if (this.#sockets.size >= MOST_SOCKETS || connecting.length >= MOST_CONNECTING) {
      return undefined;
    }
    const url = `${this.#server.url}?${encodeURIComponent(name)}`;
    const socket = new this.#subject.WebSocket(url, protocols as string | string[]);
    this.#sockets.set(name, socket);
    this.#madeIn.set(name, this.#notes.step);
    this.#notes.add(name, `made · ${describeState(socket.readyState)}`);
    const seen = { open: 0, message: 0, error: 0, close: 0 };
    for (const type of ['open', 'message', 'error', 'close'] as const) {
      socket.addEventListener(type, (event) => {
        const line = `${describeEvent(event, socket)} · ${socket.bufferedAmount} buffered`;
        this.#notes.add(name, line);
        if (event instanceof MessageEvent) this.#read(name, event.data);
        const nth = seen[type]++;
        for (const reaction of reactions) {
          if (reaction.on === type && reaction.nth === nth) this.#react(name, socket, reaction);
        }
      });
    }
    return name;
  }

  #react(name: string, socket: WebSocket, { on, when, actions }: Reaction): void {
    const react = () => {
      for (const act of actions) {
        if (act === 'connect') this.#connect([], [], this.#nameChildOf(name));
        else if (!this.#races.has(name, socket, on, act)) this.#do(name, socket, act);
      }
    };
    if (when === 'listener') react();
    else queueMicrotask(react);
  }

  /** Two that one socket leads to are not one: no order is specified between them. */
  #nameChildOf(name: string): string {
    const children = [...this.#sockets.keys()].filter((other) => other.startsWith(`${name}.`));
    return `${name}.${children.length}`;
  }

  #do(name: string, socket: WebSocket, act: PageAction): void {
    const heard: Heard = (what) => (event) =>
      // Microtasks come between two listeners of a real socket, and so may another line.
      this.#notes.add(`${name}, other listeners`, `${what} hears ${event.type}`);
    if (blobs.includes(act)) this.#hasSentBlob = true;
    const before = describeState(socket.readyState);
    let result: string;
    try {
      result = describe(act(socket, heard));
    } catch (error) {
      result = `throws ${describe(error)}`;
    }
    const after = describeState(socket.readyState);
    // Closed in the task that made it: now and then, Chromium's handshake has left already.
    const isGivenUp = before === 'CONNECTING' && after !== 'CONNECTING';
    if (isGivenUp && this.#madeIn.get(name) === this.#notes.step) {
      this.#notes.leaveOut(laneOfServer(name));
    }
    this.#notes.add(name, `does · ${result} · ${after} · ${socket.bufferedAmount} buffered`);
  }

  #read(name: string, data: unknown): void {
    if (!(data instanceof Blob)) return;
    const lane = `${name}, Blob ${this.#blobs.length}`;
    const { step } = this.#notes;
    this.#blobs.push(data.text().then((text) => this.#notes.add(lane, describe(text), step)));
  }

  #watchConnection(connection: ServerConnection): void {
    const socket = decodeURIComponent(new URL(connection.url).search.slice(1));
    const lane = laneOfServer(socket);
    this.#connections.set(socket, connection);
    this.#notes.add(lane, `connection · ${describe(connection.protocols)}`);
    connection.onMessage((data) => this.#notes.add(lane, `message · ${describe(data)}`));
    connection.onPong((data) => this.#notes.add(lane, `pong · ${describe(data)}`));
    connection.onClose((closing) => this.#notes.add(lane, `close · ${describe(closing)}`));
  }

  #act(acted: Promise<unknown>): void {
    this.#acts.push(acted);
  }

  /** Waits until a step is over. */
  async #settle(): Promise<void> {
    await Promise.all(this.#acts);
    this.#acts = [];
    const { expected } = this.#options;
    if (expected) await untilExpected(this.#notes, expected, this.#options);
    else await untilCalm(this.#notes, this.#hasSentBlob);
    this.#hasSentBlob = false;
  }
}

const laneOfServer = (socket: string): string => `server of ${socket}`;
