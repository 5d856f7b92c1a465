import { repeat } from '../../mocks/clock.ts';
import { checkServerClose } from '../../mocks/close-arguments.ts';
import type { ServerConnection, SocketServer } from '../../mocks/socket-server.ts';
import {
  defaultServerArgs,
  LATENCY_LIMIT_MS,
  MESSAGE_LIMIT_CHARACTERS,
  MESSAGES_PER_SECOND_LIMIT,
  type ServerArgs,
} from './server-args.ts';

/** What has been sent over and over. */
export interface Streamed {
  /** Of all streams since the story began. */
  readonly count: number;
  /** Of the last one. */
  readonly message: string;
  readonly perSecond: number;
}

/** Lets Controls drive a server: each call does what has changed since the last one. */
export class ControlsDriver {
  readonly #server: SocketServer;
  #args: ServerArgs | undefined;
  #streamed: Streamed = { count: 0, message: '', perSecond: 0 };
  #stopStream: () => void = () => undefined;
  #stopClosing: () => void = () => undefined;

  constructor(server: SocketServer) {
    this.#server = server;
  }

  get streamed(): Streamed {
    return this.#streamed;
  }

  /** Returns what could not be done, in words; the rest is done all the same. */
  async apply(args: ServerArgs): Promise<string[]> {
    const before = this.#args;
    this.#args = args;
    // At the start a Control that says what is so anyway does nothing: a behaviour may have decided.
    const hasChanged = (...names: (keyof ServerArgs)[]) =>
      names.some((name) => (before ?? defaultServerArgs)[name] !== args[name]);
    const isClosing = args.serverState === 'closed';

    const steps: (() => Promise<void>)[] = [async () => this.#setLatency(args)];
    if (hasChanged('message', 'messagesPerSecond')) steps.push(() => this.#stream(args, before));
    if (hasChanged('serverState') || (isClosing && hasChanged('closeCode', 'closeReason'))) {
      steps.push(() => this.#drive(args));
    }
    const results = await Promise.allSettled(steps.map((step) => step()));
    return results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    );
  }

  /** Takes over what somebody else has made the server do, so that Controls can say it too. */
  adopt(args: Partial<ServerArgs>): void {
    if (this.#args) this.#args = { ...this.#args, ...args };
    this.#stopClosing();
  }

  dispose(): void {
    this.#stopStream();
    this.#stopClosing();
  }

  #setLatency({ latencyMs }: ServerArgs): void {
    this.#server.latencyMs = inRange('latencyMs', latencyMs, LATENCY_LIMIT_MS);
  }

  async #stream({ message, messagesPerSecond }: ServerArgs, before?: ServerArgs): Promise<void> {
    inRange('message', message.length, MESSAGE_LIMIT_CHARACTERS);
    const rate = inRange('messagesPerSecond', messagesPerSecond, MESSAGES_PER_SECOND_LIMIT);
    this.#stopStream();
    const stopStream = repeat(rate, () => {
      this.#streamed = { count: this.#streamed.count + 1, message, perSecond: rate };
      // A live server that is not there any more says so at the next change of a Control.
      this.#toOpen((connection) => connection.send(message)).catch(stopStream);
    });
    this.#stopStream = stopStream;
    const isNewMessage = before !== undefined && before.message !== message;
    if (rate === 0 && isNewMessage) await this.#server.send(message);
  }

  async #drive({ serverState, closeCode, closeReason }: ServerArgs): Promise<void> {
    this.#stopClosing();
    switch (serverState) {
      case 'connecting':
        await this.#server.hold();
        return;
      case 'open':
        await this.#server.accept();
        return;
      case 'error':
        await this.#toOpen((connection) => connection.fail());
        await this.#server.refuse();
        return;
      case 'closed': {
        const code = closeCode === 'none' ? undefined : closeCode;
        checkServerClose(code, closeReason);
        await this.#server.accept();
        await this.#toOpen((connection) => connection.close(code, closeReason));
        this.#stopClosing = this.#server.onConnection((connection) => {
          void connection.accept().then(() => connection.close(code, closeReason));
        });
      }
    }
  }

  /** What a Control says of the state holds for later connections too, so there need be none now. */
  async #toOpen(act: (connection: ServerConnection) => Promise<void>): Promise<void> {
    await Promise.all(this.#server.open.map(act));
  }
}

function inRange(name: keyof ServerArgs, value: number, limit: number): number {
  if (value >= 0 && value <= limit) return value;
  const what = name === 'message' ? 'The length of message' : name;
  throw new RangeError(
    `${what} is a number from 0 to ${limit}, and ${value} is not. What went before stays as it was.`,
  );
}
