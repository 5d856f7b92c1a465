import { expect, test } from 'vitest';
import type { Rejection } from './parse-message.ts';
import { addRejection, NO_REJECTIONS } from './rejections.ts';

const because = (rejection: Rejection) => ({ isGood: false as const, rejection, detail: 'why' });

test('counts each reason by itself, and keeps the newest on top', () => {
  const rejections = (['binary', 'not JSON', 'binary'] as const).reduce(
    (before, reason, index) => addRejection(before, because(reason), `${index}`),
    NO_REJECTIONS,
  );
  expect(rejections.counts).toEqual({ binary: 2, 'not JSON': 1 });
  expect(rejections.latest.map(({ text }) => text)).toEqual([
    '2 (binary: why)',
    '1 (not JSON: why)',
    '0 (binary: why)',
  ]);
  expect(NO_REJECTIONS.latest).toEqual([]);
});

test('keeps a hundred, and counts all', () => {
  let rejections = NO_REJECTIONS;
  for (let count = 0; count < 250; count++) {
    rejections = addRejection(rejections, because('binary'), '');
  }
  expect(rejections.latest).toHaveLength(100);
  expect(rejections.counts.binary).toBe(250);
});
