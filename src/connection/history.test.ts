import { describe, expect, test } from 'vitest';
import { append, toText, type Message } from './history.ts';

describe('append', () => {
  test('numbers messages in the order of arrival, the newest first', () => {
    const messages = ['a', 'b'].reduce<readonly Message[]>((list, text) => append(list, text), []);
    expect(messages).toEqual([
      { id: 2, text: 'b' },
      { id: 1, text: 'a' },
    ]);
  });

  test('keeps the newest', () => {
    let messages: readonly Message[] = [];
    for (let count = 1; count <= 250; count++) messages = append(messages, `${count}`);
    expect(messages).toHaveLength(100);
    expect(messages[0]).toEqual({ id: 250, text: '250' });
    expect(append(messages, 'last', 1)).toEqual([{ id: 251, text: 'last' }]);
  });
});

test('shows bytes by their number', () => {
  expect(toText('text')).toBe('text');
  expect(toText(new ArrayBuffer(3))).toBe('binary, 3 bytes');
  expect(toText(new Blob(['four']))).toBe('binary, 4 bytes');
});
