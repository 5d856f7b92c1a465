/** Does things in the order in which they were asked for, also where one must wait for its value. */
export class InOrder {
  #last: Promise<unknown> | undefined;

  /** Does it at once where there is nothing to wait for. */
  run<T>(value: T | Promise<T>, act: (value: T) => Promise<void>): Promise<void> {
    if (!(value instanceof Promise) && !this.#last) return act(value);
    const done = Promise.all([value, this.#last]).then(([settled]) => act(settled));
    this.#last = done.catch(() => undefined);
    return done;
  }
}
