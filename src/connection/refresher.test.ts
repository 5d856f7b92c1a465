import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRefresher, type Refresher } from './refresher.ts';

let begun: string[];
let end: (() => void)[];
let refresher: Refresher;

beforeEach(() => {
  vi.useFakeTimers();
  begun = [];
  end = [];
  refresher = createRefresher((key) => {
    begun.push(key);
    return new Promise((resolve) => end.push(resolve));
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const endAll = () => end.splice(0).forEach((each) => each());

test('refetches at once what has changed', () => {
  refresher.changed('apples');
  refresher.changed('pears');
  expect(begun).toEqual(['apples', 'pears']);
});

test('a hundred changes in a second: four fetches, and one for the last change', async () => {
  for (let n = 0; n < 99; n += 1) {
    refresher.changed('apples');
    endAll();
    await pass(10);
  }
  expect(begun).toHaveLength(4);
  await pass(250);
  expect(begun).toHaveLength(5);
  endAll();
  await pass(1_000);
  expect(begun).toHaveLength(5);
  expect(vi.getTimerCount()).toBe(0);
});

test('one fetch at a time: a change while it goes on begins the next one behind it', async () => {
  refresher.changed('apples');
  await pass(10_000);
  refresher.changed('apples');
  refresher.changed('apples');
  await pass(10_000);
  expect(begun).toHaveLength(1);
  endAll();
  await pass(0);
  expect(begun).toHaveLength(2);
  endAll();
  await pass(10_000);
  expect(begun).toHaveLength(2);
});

test('a change long after the last fetch begins another one at once', async () => {
  refresher.changed('apples');
  endAll();
  await pass(10_000);
  refresher.changed('apples');
  expect(begun).toEqual(['apples', 'apples']);
});

test('refetches nothing more when it is stopped', async () => {
  refresher.changed('apples');
  refresher.changed('apples');
  refresher.stop();
  expect(vi.getTimerCount()).toBe(0);
  endAll();
  await pass(1_000);
  expect(begun).toHaveLength(1);
});

test('does not go on behind a fetch that ends after it was stopped', async () => {
  refresher.changed('apples');
  await pass(250);
  refresher.changed('apples');
  refresher.stop();
  endAll();
  await pass(1_000);
  expect(begun).toHaveLength(1);
});
