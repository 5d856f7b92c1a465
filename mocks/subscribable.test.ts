import { expect, test } from 'vitest';
import { Subscribable } from './subscribable.ts';

test('tells each listener, in the order in which they came', () => {
  const told: string[] = [];
  const numbers = new Subscribable<[number]>();
  numbers.add((number) => told.push(`first ${number}`));
  numbers.add((number) => told.push(`second ${number}`));
  numbers.notify(1);
  expect(told).toEqual(['first 1', 'second 1']);
});

test('does not tell one that was removed while the others were told', () => {
  const told: string[] = [];
  const changes = new Subscribable();
  changes.add(() => removeSecond());
  const removeSecond = changes.add(() => told.push('second'));
  changes.add(() => told.push('third'));
  changes.notify();
  expect(told).toEqual(['third']);
});

test('tells one that was added meanwhile only the next time', () => {
  let count = 0;
  const changes = new Subscribable();
  const stop = changes.add(() => {
    stop();
    changes.add(() => (count += 1));
  });
  changes.notify();
  expect(count).toBe(0);
  changes.notify();
  expect(count).toBe(1);
});

test('knows two additions of one listener apart', () => {
  let count = 0;
  const changes = new Subscribable();
  const listener = () => (count += 1);
  const undo = changes.add(listener);
  changes.add(listener);
  undo();
  changes.notify();
  expect(count).toBe(1);
});

test('tells no one once it is cleared', () => {
  let count = 0;
  const changes = new Subscribable();
  changes.add(() => (count += 1));
  changes.clear();
  changes.notify();
  expect(count).toBe(0);
});
