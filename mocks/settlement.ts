import { Subscribable } from './subscribable.ts';

/** Something that happens once: listeners are told then, and later ones at once. */
export class Settlement<T> {
  #settled: { readonly value: T } | undefined;
  readonly #listeners = new Subscribable<[value: T]>();

  get isSettled(): boolean {
    return this.#settled !== undefined;
  }

  /** Returns the undo. */
  add(listener: (value: T) => void): () => void {
    if (!this.#settled) return this.#listeners.add(listener);
    listener(this.#settled.value);
    return () => undefined;
  }

  settle(value: T): void {
    if (this.#settled) return;
    this.#settled = { value };
    this.#listeners.notify(value);
    this.#listeners.clear();
  }

  clear(): void {
    this.#listeners.clear();
  }
}
