import { describe, expect, test } from 'vitest';
import { History } from './history.ts';

const WAIT_MS = 20;

describe('History', () => {
  test('hands out each item once, whether it came before or after it was asked for', async () => {
    const history = new History<number>('a number');
    history.push(1);
    history.push(2);
    const early = [history.next(), history.next()];
    const late = [history.next(), history.next()];
    history.push(3);
    history.push(4);
    expect(await Promise.all([...early, ...late])).toEqual([1, 2, 3, 4]);
    expect(history.items).toEqual([1, 2, 3, 4]);
  });

  test('keeps the newest, and still hands them out in order', async () => {
    const history = new History<number>('a number', { limit: 3 });
    for (let number = 1; number <= 10; number++) history.push(number);
    expect(history.items).toEqual([8, 9, 10]);
    expect([await history.next(), await history.next(), await history.next()]).toEqual([8, 9, 10]);
  });

  test('says what did not come', async () => {
    const history = new History<number>('a number', { waitLimitMs: WAIT_MS });
    history.push(1);
    await history.next();
    await expect(history.next()).rejects.toThrow(
      `Waited ${WAIT_MS} ms for a number, and none came: 1 had come before.`,
    );
  });

  test('never settles what is pending once it is disposed of, and has no timer left', async () => {
    const history = new History<number>('a number', { waitLimitMs: WAIT_MS });
    const ends: unknown[] = [];
    const note = (end: unknown) => ends.push(end);
    void history.next().then(note, note);
    history.dispose();
    // Its timer would have run before that of this one, which was set after it.
    await expect(new History('a later one', { waitLimitMs: WAIT_MS }).next()).rejects.toThrow(
      'Waited',
    );
    expect(ends).toEqual([]);
  });
});
