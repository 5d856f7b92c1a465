import { expect, test } from 'vitest';
import { createSequence } from './sequence.ts';

test('takes each item once, in order, from the first one on', () => {
  const { take, position } = createSequence();
  expect(position()).toBe(0);
  expect([1, 2, 2, 1, 4, 3, 4].map((seq) => take(seq))).toEqual([
    'next',
    'next',
    'seen',
    'seen',
    'gap',
    'next',
    'next',
  ]);
  expect(position()).toBe(4);
});

test('goes on from another position', () => {
  const { take, startAt, position } = createSequence();
  startAt(18);
  expect(position()).toBe(18);
  expect([18, 20, 19].map((seq) => take(seq))).toEqual(['seen', 'gap', 'next']);
});

test('begins behind what is there already', () => {
  const { take, position } = createSequence(3);
  expect(position()).toBe(3);
  expect([3, 4].map((seq) => take(seq))).toEqual(['seen', 'next']);
});
