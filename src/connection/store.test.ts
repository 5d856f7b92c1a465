import { expect, test, vi } from 'vitest';
import { createStore } from './store.ts';

test('gives the same object while nothing has changed', () => {
  const store = createStore<object>({});
  const first = store.get();
  expect(store.get()).toBe(first);
  const next = {};
  store.set(next);
  expect(store.get()).toBe(next);
  expect(store.initial).toBe(first);
});

test('calls its listeners after each change, and for no value that it has already', () => {
  const store = createStore(1);
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.get()));
  for (const value of [1, 2, 2, NaN, NaN]) store.set(value);
  expect(seen).toEqual([2, NaN]);
});

test('calls a listener as often as it was added, until each is removed', () => {
  const store = createStore(0);
  const listener = vi.fn();
  const [one, other] = [store.subscribe(listener), store.subscribe(listener)];
  store.set(1);
  expect(listener).toHaveBeenCalledTimes(2);
  one();
  one();
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(3);
  other();
  store.set(3);
  expect(listener).toHaveBeenCalledTimes(3);
});
