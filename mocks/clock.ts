/** What time it is, and what happens later: the machine's time, or one that a story moves itself. */
export interface Time {
  /** Milliseconds, as `performance.now()` counts them. */
  now(): number;
  /** Calls back after `ms` milliseconds, or never once the returned undo is called. */
  after(ms: number, callback: () => void): () => void;
}

const setTimer = globalThis.setTimeout.bind(globalThis);
const clearTimer = globalThis.clearTimeout.bind(globalThis);

/**
 * The machine's own time: taken before any test installs a fake clock or the leak check starts to
 * watch, so that it is neither stopped by the one nor reported by the other. A page and Node have it.
 */
export const realTime: Time = {
  now: performance.now.bind(performance),
  after(ms, callback) {
    const id = setTimer(callback, ms);
    return () => {
      clearTimer(id);
    };
  },
};

let time = realTime;

/** Puts the simulated network and its behaviours on another time, until the returned undo is called. */
export function putOnTime(other: Time): () => void {
  time = other;
  return () => {
    if (time === other) time = realTime;
  };
}

/** The network's time, in milliseconds of `performance.now()`. */
export function now(): number {
  return time.now();
}

/** Calls back after `ms` milliseconds of the network's time, or never once the undo is called. */
export function after(ms: number, callback: () => void): () => void {
  return time.after(ms, callback);
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
