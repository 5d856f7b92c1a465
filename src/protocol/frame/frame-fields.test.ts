import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeClose, encodeFrame, encodeText, frameFields } from '../frame.ts';
import { hex } from '../testing/bytes.ts';

/** Name, first bit, bits, raw, value: without the sentences. */
function rows(bytes: Uint8Array) {
  return frameFields(bytes).map(({ name, bit, bits, raw, value }) => [name, bit, bits, raw, value]);
}

const TEXT_HEAD = [
  ['FIN', 0, 1, '1', '1'],
  ['RSV1', 1, 1, '0', '0'],
  ['RSV2', 2, 1, '0', '0'],
  ['RSV3', 3, 1, '0', '0'],
  ['Opcode', 4, 4, '0001', 'text'],
];

it('reads the masked Hello of RFC 6455 §5.7 bit by bit', () => {
  expect(rows(hex('81 85 37 fa 21 3d 7f 9f 4d 51 58'))).toEqual([
    ...TEXT_HEAD,
    ['MASK', 8, 1, '1', '1'],
    ['Payload len', 9, 7, '0000101', '5'],
    ['Masking-key', 16, 32, '37 fa 21 3d', '37fa213d'],
    ['Payload data', 48, 40, '7f 9f 4d 51 58', '“Hello”'],
  ]);
});

it.each([
  [125, []],
  [126, [['Extended payload length', 16, 16, '00 7e', '126']]],
  [65_535, [['Extended payload length', 16, 16, 'ff ff', '65535']]],
  [65_536, [['Extended payload length', 16, 64, '00 00 00 00 00 01 00 00', '65536']]],
])('reads a length of %d, and shows the start of the payload', (length, extended) => {
  const fields = rows(encodeText('x'.repeat(length)));
  expect(fields.slice(7, -1)).toEqual(extended);
  const [name, , bits, raw, value] = fields.at(-1) ?? [];
  expect([name, bits]).toEqual(['Payload data', length * 8]);
  expect(raw).toBe(`${'78 '.repeat(24)}…`);
  expect(value).toBe(`“${'x'.repeat(24)}”…`);
});

it('reads the code and the reason of a Close frame, masked or not', () => {
  for (const key of [undefined, () => 0x37fa213d]) {
    const fields = frameFields(encodeClose(4001, 'session expired', key));
    expect(fields.slice(-2)).toMatchObject([
      { name: 'Status code', bits: 16, value: '4001', section: 'RFC 6455 §5.5.1' },
      { name: 'Reason', bits: 120, value: '“session expired”' },
    ]);
  }
});

it('shows compressed data as bytes', () => {
  const [payload] = frameFields(hex('c1 07 f2 48 cd c9 c9 07 00')).slice(-1);
  expect(payload).toMatchObject({ value: 'f2 48 cd c9 c9 07 00' });
  expect(payload?.means).toContain('RFC 7692 §7.2.1');
});

it('says how much is missing, even of 2^64 - 1 bytes', () => {
  const means = (digits: string) => frameFields(hex(digits)).at(-1)?.means;
  expect(means('81 05 48 65')).toBe('2 bytes. 3 more bytes must follow.');
  expect(means('82 7f ffffffffffffffff 00')).toContain('18446744073709551614 more bytes');
});

it('covers every bit of what is there, in order, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      let end = 0;
      for (const { bit, bits } of frameFields(bytes)) {
        expect(bit).toBe(end);
        end = bit + bits;
      }
      expect(end).toBeLessThanOrEqual(bytes.length * 8);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer(), (payload, key) => {
      const frame = encodeFrame({ opcode: 2, payload, maskingKey: key >>> 0 });
      const last = frameFields(frame).at(-1);
      expect((last?.bit ?? 0) + (last?.bits ?? 0)).toBe(frame.length * 8);
    }),
  );
});
