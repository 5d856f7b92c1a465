import { expect, test } from 'vitest';
import { NO_TOPICS, receive } from './topics.ts';

const about = (topic: unknown, value: unknown) => JSON.stringify({ topic, value });

test('makes new objects only on the way to what is new', () => {
  const before = [about('a', 1), about('b', 1)].reduce(receive, NO_TOPICS);
  const after = receive(before, about('a', 2));
  expect(after.byName['a']).toEqual({ value: 2, count: 2 });
  expect(after.byName['b']).toBe(before.byName['b']);
  expect(after.names).toBe(before.names);
  expect(after.others).toBe(before.others);
});

test.for(['plain text', about(1, 'a number'), new ArrayBuffer(2)])(
  'lists what is about no topic: %s',
  (data) => {
    const { names, others } = receive(NO_TOPICS, data);
    expect(names).toEqual([]);
    expect(others).toHaveLength(1);
  },
);
