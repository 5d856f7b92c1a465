import { expect, test } from 'vitest';
import { text } from '../model/testing.ts';
import { Outbox } from './outbox.ts';

const MEGABYTE = 2 ** 20;

/** Takes all that waits, a batch at a time. */
function takeAll(outbox: Outbox) {
  const batches = [];
  for (let batch = outbox.take(); batch; batch = outbox.take()) batches.push(batch);
  return {
    sizes: batches.map(({ events }) => events.length),
    times: batches.flatMap(({ events }) => events.map(({ at }) => at)),
    gone: batches.reduce((sum, { gone }) => sum + gone, 0),
  };
}

test('keeps the newest 10,000 events, a thousand to a batch, and says how many have gone', () => {
  const outbox = new Outbox();
  for (let at = 0; at < 10_005; at++) outbox.push(text(1, at, 'in', 'm'));
  const { sizes, times, gone } = takeAll(outbox);
  expect(sizes).toEqual(Array<number>(10).fill(1_000));
  expect([times[0], times.at(-1), gone]).toEqual([5, 10_004, 5]);
});

test('keeps eight megabytes of content, one to a batch', () => {
  const outbox = new Outbox();
  for (let at = 0; at < 10; at++) outbox.push(text(1, at, 'in', 'x'.repeat(MEGABYTE)));
  expect(takeAll(outbox)).toEqual({
    sizes: Array<number>(8).fill(1),
    times: [2, 3, 4, 5, 6, 7, 8, 9],
    gone: 2,
  });
});
