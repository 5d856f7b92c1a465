/** Who wants to be told of something, in the order in which they came. */
export class Subscribable<Args extends unknown[] = []> {
  readonly #entries = new Set<{ readonly listener: (...args: Args) => void }>();

  /** Calls back each time from now on. Returns the undo. */
  add(listener: (...args: Args) => void): () => void {
    const entry = { listener };
    this.#entries.add(entry);
    return () => {
      this.#entries.delete(entry);
    };
  }

  /** Tells those who are there now. One that is removed meanwhile is not told any more. */
  notify(...args: Args): void {
    for (const entry of [...this.#entries]) {
      if (this.#entries.has(entry)) entry.listener(...args);
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}
