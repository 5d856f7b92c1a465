/** Something that a page has once, whatever it shows: made for the first story that asks, ended with the last. */
export class Shared<T extends { dispose(): void }> {
  readonly #make: () => T;
  #value: T | undefined;
  #holders = 0;

  constructor(make: () => T) {
    this.#make = make;
  }

  open(): T {
    this.#value ??= this.#make();
    this.#holders += 1;
    return this.#value;
  }

  close(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    this.#value?.dispose();
    this.#value = undefined;
  }
}
