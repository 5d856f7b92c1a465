import { onceAFrame } from './frame.ts';

export interface Coalesced<T> {
  /** Keeps an item for the next frame. */
  readonly add: (item: T) => void;
  /** Hands over at once what is kept. */
  readonly flush: () => void;
}

/**
 * Collects items, and hands them over together: once a frame, in their order. A hidden page has no frames,
 * so they are also handed over whenever there are `limit` of them: none is lost, and the queue has a bound.
 *
 * @param limit the most that are kept. @default 5_000
 */
export function coalesce<T>(onItems: (items: readonly T[]) => void, limit = 5_000): Coalesced<T> {
  let items: T[] = [];
  const { ask, flush } = onceAFrame(() => {
    const kept = items;
    items = [];
    onItems(kept);
  });

  return {
    add(item) {
      items.push(item);
      ask();
      if (items.length >= limit) flush();
    },
    flush,
  };
}
