import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeFrame, maskInPlace, randomMaskingKey } from '../frame.ts';
import { hex } from '../testing/bytes.ts';

it('XORs byte i with byte i mod 4 of the key, wherever the bytes lie in memory', () => {
  // Without `size`, fast-check would hardly make more than ten bytes, and wide words start at 64.
  const data = fc.uint8Array({ maxLength: 200, size: 'max' });
  const place = fc.nat({ max: 9 });
  const key = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(data, place, place, place, key, (bare, at, before, after, k) => {
      const memory = new Uint8Array(at + before + bare.length + after).fill(0xaa);
      const bytes = memory.subarray(at);
      bytes.set(bare, before);
      maskInPlace(bytes, before, before + bare.length, k);
      const masked = bare.map((byte, i) => byte ^ ((k >>> (24 - 8 * (i & 3))) & 0xff));
      expect(bytes.subarray(before, before + bare.length)).toEqual(masked);
      // Not a byte beside them.
      maskInPlace(bytes, before, before + bare.length, k);
      bytes.fill(0xaa, before, before + bare.length);
      expect(memory.every((byte) => byte === 0xaa)).toBe(true);
    }),
    { numRuns: 500 },
  );
}, 30_000);

it('makes a key of 32 bits, and another each time', () => {
  const keys = Array.from({ length: 50 }, randomMaskingKey);
  expect(new Set(keys).size).toBeGreaterThan(45);
  expect(keys.every((key) => Number.isInteger(key) && key >= 0 && key < 2 ** 32)).toBe(true);
});

it('writes the key in network order', () => {
  expect(encodeFrame({ opcode: 9, maskingKey: 0xff000001 })).toEqual(hex('89 80 ff000001'));
});
