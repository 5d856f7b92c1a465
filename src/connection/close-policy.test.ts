import { describe, expect, test } from 'vitest';
import { CLOSE_CODES } from '../protocol/close-codes.ts';
import { closePolicy, laterMs, type Policy } from './close-policy.ts';

/** What the page Close codes says to do next, as a policy. */
const SAYS: readonly (readonly [RegExp, Policy])[] = [
  [/^Retry after a random wait|^Retry with a long back-off/, 'later'],
  [/^Re-authenticate/, 'login'],
  [/^Stop|^Do not retry|^Retry once at most|^Treat it as/, 'stop'],
  [/./, 'again'],
];

describe('closePolicy', () => {
  test.for(CLOSE_CODES)('of $code does what its page says', ({ code, next }) => {
    const [, policy] = SAYS.find(([words]) => words.test(next)) ?? [];
    expect(closePolicy(code)).toBe(policy);
  });

  test('lets an application speak for its own codes', () => {
    expect([4401, 4429].map((code) => closePolicy(code))).toEqual(['login', 'later']);
    expect(closePolicy(4499)).toBe('again');
    expect(closePolicy(4499, { 4499: 'stop' })).toBe('stop');
    expect(closePolicy(1008, { 1008: 'login' })).toBe('login');
  });
});

test('later is 5 to 30 seconds', () => {
  expect([0, 0.5, 1].map((value) => laterMs(() => value))).toEqual([5_000, 17_500, 30_000]);
});
