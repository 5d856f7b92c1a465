import { ledger, type LedgerEvent, type LedgerSocket } from '../../mocks/ledger.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';
import type { ServerState } from './server-args.ts';

/**
 * What has become of a story's connection, in the words of the Control `serverState`: as its page sees
 * it, whoever drives the server, and whether it is simulated or real.
 */
export class ConnectionState {
  readonly #server: SocketServer;
  readonly #storyId: string;
  readonly #onChange: (state: ServerState) => void;
  readonly #stop: readonly (() => void)[];
  /** Those that have not ended. */
  readonly #sockets = new Map<number, LedgerSocket>();
  #hasEnded = false;
  #hasFailed = false;
  #told: ServerState;

  /** @param onChange hears of each change from now on */
  constructor(server: SocketServer, storyId: string, onChange: (state: ServerState) => void) {
    this.#server = server;
    this.#storyId = storyId;
    this.#onChange = onChange;
    this.#told = this.#find();
    this.#stop = [
      ledger.subscribe((event) => this.#hear(event)),
      server.onChange(() => this.#tell()),
    ];
  }

  dispose(): void {
    for (const stop of this.#stop) stop();
  }

  #hear(event: LedgerEvent): void {
    if (event.type === 'created' && event.socket.storyId === this.#storyId) {
      this.#sockets.set(event.socketId, event.socket);
    }
    if (event.type === 'message' || !this.#sockets.has(event.socketId)) return;
    if (event.type === 'open') this.#hasFailed = false;
    if (event.type === 'error') this.#hasFailed = true;
    if (event.type === 'close') {
      this.#hasEnded = true;
      this.#sockets.delete(event.socketId);
    }
    this.#tell();
  }

  #tell(): void {
    const state = this.#find();
    if (state === this.#told) return;
    this.#told = state;
    this.#onChange(state);
  }

  #find(): ServerState {
    const { policy } = this.#server;
    const states = new Set(Array.from(this.#sockets.values(), ({ state }) => state));
    if (policy === 'close') return 'closed';
    if (states.has('open')) return 'open';
    if (policy === 'hold') return 'connecting';
    if (policy === 'refuse') return 'error';
    if (states.has('connecting')) return 'connecting';
    if (this.#hasEnded || states.has('closing')) return this.#hasFailed ? 'error' : 'closed';
    return 'open';
  }
}
