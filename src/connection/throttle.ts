export interface Throttle<T> {
  /** The newest value: it goes at once where enough time has passed, and else when it has. */
  readonly push: (value: T) => void;
  /** Forgets the value that waits. */
  readonly stop: () => void;
}

/**
 * Hands on the newest of many values, not more often than `intervalMs`, and always the last. A debounce
 * would hand on nothing for as long as values keep coming.
 */
export function createThrottle<T>(act: (value: T) => void, intervalMs = 100): Throttle<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly value: T } | undefined;

  function handOn(value: T) {
    waiting = undefined;
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting) handOn(waiting.value);
    }, intervalMs);
    act(value);
  }

  return {
    push(value) {
      if (timer === undefined) handOn(value);
      else waiting = { value };
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
    },
  };
}
