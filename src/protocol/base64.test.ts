import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test('there and back, as Node does it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const base64 = toBase64(bytes);
      expect(base64).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(base64)).toEqual(bytes);
    }),
  );
});

test('more bytes than a call takes arguments', () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

test('what is not base64 throws', () => {
  expect(() => fromBase64('é')).toThrow(DOMException);
});
