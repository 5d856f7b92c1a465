export interface BackoffOptions {
  /** No wait is shorter. @default 500 */
  readonly minMs?: number | undefined;
  /** No wait is longer. @default 20_000 */
  readonly maxMs?: number | undefined;
  /** From 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/**
 * How long to wait before an attempt: a random time from a window that doubles with each attempt, up to
 * the longest wait. The randomness comes after the limit, so that clients stay spread for ever: when the
 * limit comes last, all of them wait exactly that long.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 *
 * @param attempt counts from 1: the first retry waits for a random time too
 * @returns milliseconds
 */
export function backoff(
  attempt: number,
  { minMs = 500, maxMs = 20_000, random = Math.random }: BackoffOptions = {},
): number {
  const windowMs = Math.min(maxMs - minMs, minMs * 2 ** attempt);
  return minMs + random() * windowMs;
}
