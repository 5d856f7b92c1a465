export interface Refresher {
  /** What this key names has changed: it is refetched at once, or as soon as the last time allows. */
  readonly changed: (key: string) => void;
  /** Forgets what is still to be refetched. */
  readonly stop: () => void;
}

/**
 * Refetches what has changed, however many changes there are: for each key one fetch at a time, begun not
 * more often than every `intervalMs`, and one more where something has changed since the last one began.
 *
 * @param refetch settles when the fetch has ended. It must not reject
 * @param intervalMs in milliseconds. @default 250
 */
export function createRefresher(
  refetch: (key: string) => Promise<void>,
  intervalMs = 250,
): Refresher {
  /** The keys that are being refetched, or were a moment ago, and whether each has changed since. */
  const busy = new Map<string, { hasChanged: boolean }>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isStopped = false;

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, intervalMs);
      timers.add(timer);
    });
  }

  async function run(key: string) {
    const state = { hasChanged: false };
    busy.set(key, state);
    await Promise.all([refetch(key), pause()]);
    if (isStopped) return;
    if (state.hasChanged) void run(key);
    else busy.delete(key);
  }

  return {
    changed(key) {
      const state = busy.get(key);
      if (state) state.hasChanged = true;
      else void run(key);
    },
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
