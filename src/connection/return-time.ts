import { laterMs } from './close-policy.ts';
import { LONGEST_TIMER_MS } from './timer.ts';

/**
 * When a server wants its clients back: it says so as JSON in the reason of its Close frame, which has
 * room for 123 bytes: `{"retryAfterMs":20000}`.
 * @returns milliseconds, at most as many as a timer can wait; `undefined` where the reason says no time
 */
export function toldMs(reason: string): number | undefined {
  try {
    const { retryAfterMs } = JSON.parse(reason) as { retryAfterMs?: unknown };
    if (typeof retryAfterMs !== 'number' || retryAfterMs < 0) return undefined;
    return Math.min(retryAfterMs, LONGEST_TIMER_MS);
  } catch {
    return undefined;
  }
}

/**
 * How long to stay away from a server that has asked for time: as long as it has said, and at random up to
 * as long again, since it has said so to everyone at once. Else 5 to 30 seconds.
 * @param random from 0 to below 1
 * @returns milliseconds, never fewer than the server has said
 */
export function returnMs(reason: string, random: () => number = Math.random): number {
  const told = toldMs(reason);
  if (told === undefined) return laterMs(random);
  return Math.min(told * (1 + random()), LONGEST_TIMER_MS);
}
