export interface TokenBucketOptions {
  /** How many tokens it holds: how many messages may go at once. @default 4 */
  readonly capacity?: number | undefined;
  /** How many tokens come back in a second. @default 4 */
  readonly perSecond?: number | undefined;
}

export interface TokenBucket {
  /** Takes a token. Returns whether there was one. */
  readonly take: () => boolean;
  /** How many tokens there are, with the fraction that has come back already. */
  readonly count: () => number;
  /** Milliseconds until there is one; 0 where there is. */
  readonly waitMs: () => number;
}

/**
 * A budget for messages: each takes a token, and tokens come back at a steady pace. In no second do more
 * than `capacity + perSecond` messages go. Stay below what the server takes: messages that were sent one
 * after the other may arrive together.
 */
export function createTokenBucket({
  capacity = 4,
  perSecond = 4,
}: TokenBucketOptions = {}): TokenBucket {
  let tokens = capacity;
  let countedAt = performance.now();

  function count() {
    const now = performance.now();
    tokens = Math.min(capacity, tokens + ((now - countedAt) / 1000) * perSecond);
    countedAt = now;
    return tokens;
  }

  return {
    count,
    take() {
      if (count() < 1) return false;
      tokens -= 1;
      return true;
    },
    // Rounded up: a timer that ends a moment too early finds no token.
    waitMs: () => Math.max(0, Math.ceil(((1 - count()) / perSecond) * 1000)),
  };
}
