import { onceAFrame } from './frame.ts';

export interface Newest<T> {
  /** Keeps a value for the next frame, in place of the one before it. */
  readonly set: (key: string, value: T) => void;
  /** Hands over at once what is kept. */
  readonly flush: () => void;
}

/**
 * Collects the newest value of each key, and hands them over together, once a frame. What is replaced
 * before it is shown is not kept: so there are never more values than keys, in a hidden page too.
 *
 * @param onValues with how many values there were, those that were replaced too
 */
export function newest<T>(
  onValues: (values: ReadonlyMap<string, T>, count: number) => void,
): Newest<T> {
  let values = new Map<string, T>();
  let count = 0;
  const { ask, flush } = onceAFrame(() => {
    const kept = values;
    const all = count;
    values = new Map();
    count = 0;
    onValues(kept, all);
  });

  return {
    set(key, value) {
      values.set(key, value);
      count += 1;
      ask();
    },
    flush,
  };
}
