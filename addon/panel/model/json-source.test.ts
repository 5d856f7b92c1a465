import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, type JsonSource } from './json-source.ts';

/** Written back, without white space between the tokens. */
function write(json: JsonSource): string {
  if ('source' in json) return json.source;
  if (json.kind === 'array') return `[${json.children.map(({ value }) => write(value)).join()}]`;
  return `{${json.children.map(({ name, value }) => `"${name}":${write(value)}`).join()}}`;
}

function rewrite(text: string): string | undefined {
  const json = readJson(text);
  return json && write(json);
}

describe('JSON as it was written', () => {
  test.each([
    '{"id":9007199254740993,"big":1e999,"small":-0.10,"zero":-0}',
    '{"a":1,"a":2,"__proto__":{"b":null}}',
    String.raw`["\u0041\"\\",{"\"k\":":[true,false,null]},{},[]]`,
  ])('%s keeps every token', (text) => {
    expect(rewrite(text)).toBe(text);
  });

  test('any object or array is read as JSON.parse reads it', () => {
    const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (parsed, space) => {
        const text = JSON.stringify(parsed, undefined, space);
        expect(rewrite(text)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('an array is numbered, nesting is as deep as it likes, and a long string is one token', () => {
    expect(readJson('[true,[]]')).toMatchObject({ children: [{ name: '0' }, { name: '1' }] });
    expect(readJson('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject({ kind: 'array' });
    const long = `["${String.raw`\n`.repeat(500_000)}"]`;
    expect(rewrite(long)).toBe(long);
  });

  test('other text is not read', () => {
    expect(['hello', '"text"', '12', '{"a":1', '[1,]', '{a:1}', ''].map(readJson)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });
});
