/**
 * The lab's own time: taken before any test installs a fake clock or the leak check starts to
 * watch, so that the simulated network is neither frozen by the one nor reported by the other. A page
 * and Node have it.
 */
const setTimer = globalThis.setTimeout.bind(globalThis);
const clearTimer = globalThis.clearTimeout.bind(globalThis);
export const now: () => number = performance.now.bind(performance);

/** Calls back after `ms` milliseconds, or never once the returned undo is called. */
export function after(ms: number, callback: () => void): () => void {
  const id = setTimer(callback, ms);
  return () => {
    clearTimer(id);
  };
}

/** No timer of ours comes more often; what is due in between comes together. */
const SHORTEST_TICK_MS = 10;

/**
 * Calls back `perSecond` times a second, with a count from 1, until the returned undo is called.
 * @param perSecond 0 never calls back
 */
export function repeat(perSecond: number, callback: (count: number) => void): () => void {
  if (!(perSecond > 0)) return () => undefined;
  const intervalMs = 1000 / perSecond;
  const startedAt = now();
  let count = 0;
  let isStopped = false;
  let cancel = after(Math.max(intervalMs, SHORTEST_TICK_MS), function tick() {
    const due = Math.floor((now() - startedAt) / intervalMs);
    // The callback itself may stop it.
    while (count < due && !isStopped) callback(++count);
    if (isStopped) return;
    const nextAt = startedAt + (count + 1) * intervalMs;
    cancel = after(Math.max(nextAt - now(), SHORTEST_TICK_MS), tick);
  });
  return () => {
    isStopped = true;
    cancel();
  };
}
