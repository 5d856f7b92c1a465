import { MAX_REASON_BYTES } from '../../src/protocol/frame/close-payload.ts';
import { byteLengthOf } from '../../mocks/byte-length.ts';
import type { ServerConnection, SocketServer } from '../../mocks/socket-server.ts';
import { defaultServerArgs, type ServerArgs, type ServerState } from './server-args.ts';
import { readCloseCode } from './typed-close-code.ts';

/** Lets Controls drive a server: each call does what has changed since the last one. */
export class ControlsDriver {
  readonly #server: SocketServer;
  #args: ServerArgs | undefined;
  /** What the user has chosen, and what has become of it. */
  #chosen: ServerState = defaultServerArgs.serverState;
  #state: ServerState = defaultServerArgs.serverState;
  /** What the Controls were told to say, and have not said yet. */
  #told: ServerState[] = [];
  #streaming = new AbortController();

  constructor(server: SocketServer) {
    this.#server = server;
  }

  /** What the Controls are to say. */
  get controls(): Pick<ServerArgs, 'serverState' | 'startState'> {
    const isChosen = this.#state === this.#chosen;
    return { serverState: this.#state, startState: isChosen ? undefined : this.#chosen };
  }

  /** Returns what could not be done, in words; the rest is done all the same. */
  async apply(args: ServerArgs): Promise<string[]> {
    const before = this.#args;
    this.#args = args;
    const serverState = before ? args.serverState : (args.startState ?? args.serverState);
    // At the start a Control that says what is so anyway does nothing: a behaviour may have decided.
    const { serverState: stateBefore, ...othersBefore } = before ?? defaultServerArgs;
    const hasChanged = (...names: (keyof typeof othersBefore)[]) =>
      names.some((name) => othersBefore[name] !== args[name]);
    // Where the Control has only followed, the user has chosen nothing.
    const wasTold = this.#wasTold(serverState);
    const isChosen = serverState !== stateBefore && !wasTold;
    if (!before) this.#chosen = serverState;
    const isClosing = this.#chosen === 'closed' && this.#state === 'closed';

    const steps: (() => Promise<void>)[] = [async () => this.#setLatency(args)];
    if (hasChanged('message', 'messagesPerSecond')) steps.push(() => this.#stream(args, before));
    const hasOtherClose = hasChanged('closeCode', 'closeReason');
    if (isChosen || (isClosing && hasOtherClose)) steps.push(() => this.#drive(serverState, args));
    else if (hasOtherClose) steps.push(async () => void toClose(args));
    const results = await Promise.allSettled(steps.map((step) => step()));
    return results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as Error).message] : [],
    );
  }

  /** Takes over what has become of the connection, so that Controls say it too. */
  follow(state: ServerState): void {
    this.#state = state;
  }

  /** The Controls are about to say this. It comes back later, when the state may be another by then. */
  tell(state: ServerState): void {
    this.#told.push(state);
  }

  dispose(): void {
    this.#streaming.abort();
  }

  #wasTold(state: ServerState): boolean {
    const index = this.#told.lastIndexOf(state);
    this.#told.splice(0, index + 1);
    return index >= 0;
  }

  #setLatency({ latencyMs }: ServerArgs): void {
    this.#server.latencyMs = latencyMs;
  }

  async #stream({ message, messagesPerSecond }: ServerArgs, before?: ServerArgs): Promise<void> {
    this.#streaming.abort();
    this.#streaming = new AbortController();
    const { signal } = this.#streaming;
    // It ends when we end it, or with a live server, and then the session says so.
    this.#server
      .stream(message, { perSecond: messagesPerSecond, count: Infinity, signal })
      .catch(() => undefined);
    const isNewMessage = before !== undefined && before.message !== message;
    if (messagesPerSecond !== 0 || !isNewMessage) return;
    await this.#server.send(message).catch((error: unknown) => {
      throw error === this.#server.loss ? error : ofArgument('message', error);
    });
  }

  async #drive(serverState: ServerState, args: ServerArgs): Promise<void> {
    this.#chosen = serverState;
    this.#state = serverState;
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
        const thenClose = toClose(args);
        const { open } = this.#server;
        await this.#server.accept({ thenClose });
        await Promise.all(open.map((one) => one.close(thenClose.code, thenClose.reason)));
      }
    }
  }

  /** What a Control says of the state holds for later connections too, so there need be none now. */
  async #toOpen(act: (connection: ServerConnection) => Promise<void>): Promise<void> {
    await Promise.all(this.#server.open.map(act));
  }
}

/** @throws {Error} that names the argument that no Close frame of a server can carry */
function toClose({ closeCode, closeReason }: ServerArgs) {
  const bytes = byteLengthOf(closeReason);
  if (bytes > MAX_REASON_BYTES) {
    throw new RangeError(
      `closeReason is at most ${MAX_REASON_BYTES} bytes of UTF-8, and this has ${bytes}. Nothing is closed with it.`,
    );
  }
  try {
    return { code: readCloseCode(closeCode), reason: closeReason };
  } catch (error) {
    throw ofArgument('closeCode', error);
  }
}

/** Names what the user has set, and not the verb that it stands for. */
function ofArgument(name: keyof ServerArgs, error: unknown): Error {
  return new Error(`${name}: ${(error as Error).message}`, { cause: error });
}
