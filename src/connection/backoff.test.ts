import { describe, expect, test } from 'vitest';
import { backoff } from './backoff.ts';

describe('backoff', () => {
  test('doubles its window with each attempt, up to the longest wait', () => {
    const longest = [1, 2, 3, 4, 5, 6, 50].map((attempt) => backoff(attempt, { random: () => 1 }));
    expect(longest).toEqual([1_500, 2_500, 4_500, 8_500, 16_500, 20_000, 20_000]);
    const shortest = [1, 50].map((attempt) => backoff(attempt, { random: () => 0 }));
    expect(shortest).toEqual([500, 500]);
  });

  test.for([1, 5, 20])('spreads 200 clients over the whole window at attempt %d', (attempt) => {
    const window = backoff(attempt, { random: () => 1 }) - 500;
    const waits = Array.from({ length: 200 }, (_, seed) =>
      backoff(attempt, { random: () => (seed + 0.5) / 200 }),
    );
    const tenths = new Set(waits.map((wait) => Math.floor(((wait - 500) / window) * 10)));
    expect(tenths.size).toBe(10);
  });

  test('keeps to other limits', () => {
    expect(backoff(9, { minMs: 10, maxMs: 100, random: () => 1 })).toBe(100);
  });
});
