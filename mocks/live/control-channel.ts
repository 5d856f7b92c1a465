import { NativeWebSocket } from '../network.ts';
import type { Payload } from '../socket-server.ts';
import { ControlReader, type Command, type Report } from './control-protocol.ts';
import type { Order } from './remote-wire.ts';

const LOST =
  'The live server is gone: its control channel has closed, so every socket of this page is cut. Start the lab again, or switch the transport to simulated.';

/** What is told of a connection. */
export type ConnectionReport = Exclude<Report, { report: 'done' | 'failed' | 'listening' }>;

/** The page's end of the control channel: gives orders, hears reports. */
export class ControlChannel {
  /** Rejects when the server has gone without being told to. Never resolves. */
  readonly lost: Promise<never>;
  /** Says so from then on. */
  loss: Error | undefined;
  /** Hears of connections, none of which can come before the page knows where they go. */
  onReport: (report: ConnectionReport, payload: Payload | undefined) => void = () => undefined;
  readonly #socket: WebSocket;
  readonly #listening = Promise.withResolvers<string>();
  readonly #calls = new Map<number, { resolve(): void; reject(reason: Error): void }>();
  #callCount = 0;
  #isDisposed = false;

  constructor(url: string) {
    const { promise, reject } = Promise.withResolvers<never>();
    // Whoever waits is told; no one waiting is no error.
    promise.catch(() => undefined);
    this.lost = promise;
    const reader = new ControlReader<Report, Payload>((report, payload) => {
      if (report.report === 'listening') this.#listening.resolve(report.url);
      else if (report.report === 'done') this.#done(report.call);
      else if (report.report === 'failed') this.#failed(report.call, new Error(report.error));
      else this.onReport(report, payload);
    });
    this.#socket = new NativeWebSocket(url);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onmessage = ({ data }) => {
      reader.frame(data as Payload);
    };
    this.#socket.onclose = () => {
      this.#listening.reject(
        new Error(
          `No live server lets this page in at ${url}. Is it running, on this machine, and does it allow pages of ${location.origin}?`,
        ),
      );
      if (!this.#isDisposed) this.loss = new Error(LOST);
      for (const call of this.#calls.values()) {
        if (this.loss) call.reject(this.loss);
        else call.resolve();
      }
      if (this.loss) reject(this.loss);
    };
  }

  /**
   * Where the page's sockets go.
   * @throws {Error} when no live server answers, or when it does not let this page drive it
   */
  get address(): Promise<string> {
    return this.#listening.promise;
  }

  /** Resolves when the server has acted. */
  give(connection: string, order: Order, latencyMs: number, payload?: Payload): Promise<void> {
    if (this.#isDisposed) return Promise.resolve();
    if (this.#socket.readyState !== NativeWebSocket.OPEN) return this.lost;
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const call = ++this.#callCount;
    this.#calls.set(call, { resolve: () => resolve(undefined), reject });
    const hasPayload = payload !== undefined;
    const command: Command = { ...order, call, connection, latencyMs, hasPayload };
    this.#socket.send(JSON.stringify(command));
    if (hasPayload) this.#socket.send(payload);
    return promise;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#socket.close();
  }

  #done(call: number): void {
    this.#calls.get(call)?.resolve();
    this.#calls.delete(call);
  }

  #failed(call: number, error: Error): void {
    const waiting = this.#calls.get(call);
    this.#calls.delete(call);
    if (waiting) waiting.reject(error);
    // With latency the server acts when the call has long been answered.
    else reportError(error);
  }
}
