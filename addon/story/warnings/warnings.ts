import { ledger, type LedgerEvent, type LedgerSocket } from '../../../mocks/ledger.ts';
import { discarded } from './discarded.ts';
import { madeWhileRendering } from './made-while-rendering.ts';
import { openTwice } from './open-twice.ts';
import { reconnectLoop } from './reconnect-loop.ts';
import { renderEach } from './render-each.ts';
import { tokenInUrl } from './token-in-url.ts';
import type { Detector, Warning } from './warning.ts';

/** What the lab sees by itself in a story, of what its sockets do: each kind of mistake once. */
export class Warnings {
  readonly #storyId: string;
  readonly #onChange: () => void;
  readonly #sockets = new Map<number, LedgerSocket>();
  readonly #renderEach = renderEach();
  readonly #detectors: readonly Detector[] = [
    madeWhileRendering,
    openTwice(),
    discarded,
    reconnectLoop(),
    tokenInUrl,
    this.#renderEach.detect,
  ];
  readonly #found = new Map<Warning['kind'], Warning>();
  readonly #stopListening: () => void;

  /** @param onChange hears of each warning, in the middle of what has caused it */
  constructor(storyId: string, onChange: () => void) {
    this.#storyId = storyId;
    this.#onChange = onChange;
    this.#stopListening = ledger.subscribe((event) => this.#hear(event));
  }

  get found(): readonly Warning[] {
    return [...this.#found.values()];
  }

  dispose(): void {
    this.#stopListening();
    this.#renderEach.stop();
  }

  #hear(event: LedgerEvent): void {
    if (event.type === 'created' && event.socket.storyId === this.#storyId) {
      this.#sockets.set(event.socketId, event.socket);
    }
    const socket = this.#sockets.get(event.socketId);
    if (!socket) return;
    const alive = () => [...this.#sockets.values()].filter(({ state }) => state !== 'closed');
    for (const detect of this.#detectors) {
      const warning = detect({ event, socket, alive });
      if (!warning || this.#found.has(warning.kind)) continue;
      this.#found.set(warning.kind, warning);
      this.#onChange();
    }
  }
}
