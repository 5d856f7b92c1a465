import { describe, expect, test } from 'vitest';
import { contentOf } from './describe.ts';
import { compileFilter, createRowFilter, NO_FILTER, type Filter } from './filter.ts';
import { binary, closed, made, opened, stateAfter, text } from './testing.ts';

const { rows } = stateAfter([
  made(1, 0),
  ...opened(1, 1),
  text(1, 2, 'out', 'Hello'),
  text(1, 3, 'in', 'hello back'),
  binary(1, 4, 'in', [0x48, 0x65, 0x00]),
  ...closed(1, 5, 1012, 'restart'),
]);

function shown(filter: Partial<Filter>): string[] {
  const { matches } = compileFilter({ ...NO_FILTER, ...filter });
  return Array.from(createRowFilter(matches)(rows), ({ event }) => contentOf(event));
}

describe('the filter', () => {
  test('by direction', () => {
    expect(shown({ direction: 'out' })).toEqual(['wss://lab.test/chat?room=1 v2 v1', 'Hello']);
  });

  test('by kind', () => {
    expect(shown({ kind: 'text' })).toEqual(['Hello', 'hello back']);
    expect(shown({ kind: 'binary' })).toEqual(['He.']);
    expect(shown({ kind: 'connection' })).toHaveLength(4);
  });

  test('by text in any case, also in a close code’s name', () => {
    expect(shown({ text: 'hello' })).toEqual(['Hello', 'hello back']);
    expect(shown({ text: 'service restart' })).toEqual(['1012 · Service Restart · restart']);
  });

  test('hands on a regular expression that remembers nothing', () => {
    const { expression } = compileFilter({ ...NO_FILTER, text: '/^hel+o/giy' });
    expect(expression).toEqual(/^hel+o/i);
  });

  test('says what is wrong with an expression, and goes on without it', () => {
    const { problem } = compileFilter({ ...NO_FILTER, text: '/(/' });
    expect(problem).toMatch(/^Invalid regular expression.*all content is shown/);
    expect(shown({ text: '/(/' })).toHaveLength(rows.length);
    expect(compileFilter({ ...NO_FILTER, text: '/' }).problem).toBeUndefined();
  });

  test('looks once through the rows that never change', () => {
    let looks = 0;
    const filterRows = createRowFilter(() => (looks += 1) > 0);
    const message = text(1, 1, 'in', 'm');
    const many = stateAfter(Array.from({ length: 5_500 }, () => message)).rows;
    filterRows(many);
    expect(looks).toBe(5_500);
    filterRows(many.append([{ n: 5_501, event: message, sinceStartMs: 1, hasOpened: true }]));
    expect(looks).toBe(5_500 + 501);
  });

  test('asks again for a row of which it is not known yet', () => {
    let isKnown = false;
    const filterRows = createRowFilter(() => isKnown || undefined);
    expect(filterRows(rows)).toHaveLength(0);
    isKnown = true;
    expect(filterRows(rows)).toHaveLength(rows.length);
  });
});
