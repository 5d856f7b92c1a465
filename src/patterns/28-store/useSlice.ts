import { useSyncExternalStore } from 'react';
import type { Store } from '../../connection/store.ts';

/**
 * A part of what a store holds. The component renders when that part is another one, and not when the rest
 * of the store changes.
 *
 * Why not a context: all components that read a context render whenever its value changes, also those
 * whose part of it is as it was.
 *
 * @param select returns something that the store holds. An object that it makes itself is another one each
 * time, and React renders without end
 */
export function useSlice<T, Slice>(store: Store<T>, select: (state: T) => Slice): Slice {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.initial),
  );
}
