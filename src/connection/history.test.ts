import { describe, expect, test } from 'vitest';
import { append, appendAll, toText, type Message } from './history.ts';

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

test('appends several as if one by one', () => {
  const texts = Array.from({ length: 250 }, (_, index) => `${index + 1}`);
  const oneByOne = (some: readonly string[]) =>
    some.reduce<readonly Message[]>((list, text) => append(list, text), []);
  const first = appendAll([], texts.slice(0, 30), 30);
  expect(first).toEqual(oneByOne(texts.slice(0, 30)));
  expect(appendAll(first, texts.slice(30, 40), 40)).toEqual(oneByOne(texts.slice(0, 40)));
  expect(appendAll(first, texts.slice(30), 250)).toEqual(oneByOne(texts));
  expect(appendAll(first, texts.slice(30, 40), 40, 5)).toEqual(
    oneByOne(texts.slice(0, 40)).slice(0, 5),
  );
  expect(appendAll(first, ['x'.repeat(2_001)], 31)[0]?.text).toMatch(/… \(2,001 characters\)$/);
});

test('keeps the beginning of a long message, and says how long it is', () => {
  const [long] = append([], 'x'.repeat(50_000_000));
  expect(long?.text).toBe(`${'x'.repeat(2_000)}… (50,000,000 characters)`);
  const [whole] = append([], 'x'.repeat(2_000));
  expect(whole?.text).toBe('x'.repeat(2_000));
});

test('shows bytes by their number', () => {
  expect(toText('text')).toBe('text');
  expect(toText(new ArrayBuffer(3))).toBe('binary, 3 bytes');
  expect(toText(new Blob(['four']))).toBe('binary, 4 bytes');
});
