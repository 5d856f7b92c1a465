import { expect, it } from 'vitest';
import { parseHex, toHex, toSpacedHex } from './hex.ts';

it('reads bytes as people write them, and writes them back', () => {
  const bytes = Uint8Array.of(0x81, 0x05, 0x0a, 0xff);
  for (const text of ['81050aff', '81 05 0A FF', '0x81, 0x05,0x0a,0xff', ' 81:05\n0a:ff ']) {
    expect(parseHex(text)).toEqual(bytes);
  }
  expect(parseHex('')).toEqual(new Uint8Array(0));
  expect(toHex(bytes)).toBe('81050aff');
  expect(toSpacedHex(bytes)).toBe('81 05 0a ff');
});

it.each([
  ['81 0', 'digits is odd (3)'],
  ['81 0x', '“x”'],
  ['81 0g', '“g”'],
  ['81 😀', '“😀”'],
  ['hello', '“h”'],
])('says what is wrong with %s', (text, words) => {
  expect(parseHex(text)).toContain(words);
});
