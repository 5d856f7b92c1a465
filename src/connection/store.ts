/** A value outside React that components can follow, with `useSyncExternalStore`. */
export interface Store<T> {
  /** The same object until the next `set`: React compares, and renders for another one only. */
  readonly get: () => T;
  /** What it held at first: what a server renders, and what React hydrates with. */
  readonly initial: T;
  /** Keeps a value and calls the listeners, unless it is the one that is kept already. */
  readonly set: (next: T) => void;
  /** Calls back after each change from now on. Returns the undo. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    initial,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      // One of its own, so that a listener which is added twice is called twice and removed once.
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
