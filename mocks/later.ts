import { after } from './clock.ts';

/** Things that are still to happen, and can all be called off. */
export class Later {
  readonly #cancels = new Set<() => void>();

  /** Calls back after `ms` milliseconds of the network's time; at once for 0, never for `Infinity`. */
  run(ms: number, callback: () => void): void {
    if (ms === Infinity) return;
    if (ms === 0) {
      callback();
      return;
    }
    const cancel = after(ms, () => {
      this.#cancels.delete(cancel);
      callback();
    });
    this.#cancels.add(cancel);
  }

  callOff(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels.clear();
  }
}
