import { expect, test } from 'vitest';
import { byteLengthOf } from './byte-length.ts';

const encoder = new TextEncoder();

/** On both sides of each border: of one byte to two, to three, of surrogates, and to four. */
test.for(['', '\0\x7f', '\x80\u07ff', '\u0800\ud7ff', '\ue000\uffff', '\u{10000}', 'a\u{10ffff}é'])(
  'text counts as UTF-8: %j',
  (text) => {
    expect(byteLengthOf(text)).toBe(encoder.encode(text).byteLength);
  },
);

test('bytes count as they are', () => {
  expect(byteLengthOf(new ArrayBuffer(3))).toBe(3);
  expect(byteLengthOf(new Blob(['é']))).toBe(2);
});
