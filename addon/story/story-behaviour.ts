import type { Behaviour } from '../../mocks/behaviours.ts';
import type { SocketServer } from '../../mocks/socket-server.ts';

/** What a story's server does by itself: what the story says, or for a time something else instead. */
export class StoryBehaviour {
  readonly #server: SocketServer;
  readonly #own: Behaviour | undefined;
  #undo: (() => void) | undefined;
  #isOver = false;

  constructor(server: SocketServer, own: Behaviour | undefined) {
    this.#server = server;
    this.#own = own;
    this.#undo = own?.(server);
  }

  /** Gives the server this behaviour instead. The story's own is back after the returned undo. */
  replace(behaviour: Behaviour): () => void {
    this.#set(behaviour);
    return () => this.#set(this.#own);
  }

  dispose(): void {
    this.#set(undefined);
    this.#isOver = true;
  }

  #set(behaviour: Behaviour | undefined): void {
    if (this.#isOver) return;
    this.#undo?.();
    this.#undo = behaviour?.(this.#server);
  }
}
