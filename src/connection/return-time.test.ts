import { describe, expect, test } from 'vitest';
import { seeded } from '../protocol/testing/random.ts';
import { returnMs, toldMs } from './return-time.ts';

describe('toldMs', () => {
  test('reads the time from the reason', () => {
    expect(toldMs('{"retryAfterMs":20000}')).toBe(20_000);
    expect(toldMs('{"retryAfterMs":0}')).toBe(0);
  });

  test.for([
    '',
    'restart',
    'null',
    '[]',
    '{}',
    '{"retryAfterMs":"5"}',
    '{"retryAfterMs":-1}',
    '{"retr',
  ])('finds none in %s', (reason) => expect(toldMs(reason)).toBeUndefined());

  test('stays within what a timer can wait', () => {
    expect(toldMs('{"retryAfterMs":1e300}')).toBe(2 ** 31 - 1);
    expect(returnMs('{"retryAfterMs":1e300}', () => 1)).toBe(2 ** 31 - 1);
  });
});

/** How many fall into each bin of so many milliseconds, from `fromMs` up to `toMs`. */
function histogram(
  times: readonly number[],
  binMs: number,
  fromMs: number,
  toMs: number,
): number[] {
  const bins = new Array<number>((toMs - fromMs) / binMs).fill(0);
  for (const time of times) {
    const bin = Math.floor((time - fromMs) / binMs);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

describe('200 clients that lose their server together', () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const returnsOf = (seed: number, reason: string) => {
    const random = seeded(seed);
    return Array.from({ length: 200 }, () => returnMs(reason, random));
  };

  test('return over 5 to 30 seconds: over 20 seeds, no 100 ms see three times their share', () => {
    const bins = histogram(
      seeds.flatMap((seed) => returnsOf(seed, '')),
      100,
      5_000,
      30_000,
    );
    expect(bins).toHaveLength(250);
    const mean = 4_000 / 250;
    expect(Math.max(...bins)).toBeLessThanOrEqual(3 * mean);
  });

  // 200 clients are fewer than the bins of 100 ms: three that meet by chance are three times their share.
  test.for(seeds)('and with seed %d, no second sees three times its share', (seed) => {
    const bins = histogram(returnsOf(seed, ''), 1_000, 5_000, 30_000);
    expect(bins).toHaveLength(25);
    expect(Math.max(...bins)).toBeLessThanOrEqual(3 * (200 / 25));
  });

  test.for(seeds)('with seed %d, none returns before the time that it was told', (seed) => {
    const returns = returnsOf(seed, '{"retryAfterMs":20000}');
    expect(Math.min(...returns)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...returns)).toBeLessThan(40_000);
    expect(Math.max(...histogram(returns, 1_000, 20_000, 40_000))).toBeLessThanOrEqual(3 * 10);
  });
});
