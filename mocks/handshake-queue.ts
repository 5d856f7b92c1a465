/**
 * RFC 6455 §4.1, item 2: a browser has one handshake at a time with an address. Who comes second
 * waits until the first is answered, or given up.
 */
export class HandshakeQueue {
  readonly #waiting: ((done: () => void) => void)[] = [];
  #isBusy = false;

  /** Calls `start` when it is its turn, which lasts until `start` has called back. */
  enter(start: (done: () => void) => void): void {
    this.#waiting.push(start);
    if (!this.#isBusy) this.#next();
  }

  #next(): void {
    const start = this.#waiting.shift();
    this.#isBusy = start !== undefined;
    start?.(() => {
      this.#next();
    });
  }
}
