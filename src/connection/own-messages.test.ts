import { expect, test } from 'vitest';
import { mark, type OwnMessage } from './own-messages.ts';

const message = (id: number, state: OwnMessage['state'] = 'waiting'): OwnMessage => ({
  id: `${id}`,
  text: `text ${id}`,
  state,
});
const list = (count: number) =>
  Array.from({ length: count }, (_, id) => message(id)).reduce(mark, []);

test('puts a new message behind the others, and changes one in its place', () => {
  const messages = mark(mark(list(2), message(2)), message(1, 'acknowledged'));
  expect(messages.map(({ id, state }) => `${id} ${state}`)).toEqual([
    '0 waiting',
    '1 acknowledged',
    '2 waiting',
  ]);
});

test('keeps the newest hundred, and does not bring one back', () => {
  const messages = list(101);
  expect(messages).toHaveLength(100);
  expect(messages[0]?.id).toBe('1');
  expect(mark(messages, message(0, 'sent'))).toBe(messages);
});
