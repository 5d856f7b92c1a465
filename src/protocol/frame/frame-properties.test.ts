import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeClose, encodeFrame, fragment, OPCODE } from '../frame.ts';
import { createFrameDecoder } from '../frame.ts';
import { concat, cuts, decode, slice } from '../testing/bytes.ts';

const maskingKey = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 130 }),
  // Around the places where a length takes more bytes, and where memory is handled otherwise.
  fc
    .tuple(fc.constantFrom(125, 126, 127, 65_535, 65_536, 65_537, 70_000), fc.nat({ max: 255 }))
    .map(([length, seed]) => Uint8Array.from({ length }, (_, i) => (i * 31 + seed) & 0xff)),
);
const given = fc.constantFrom<'borrowed' | 'given'>('borrowed', 'given');
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('é'.repeat(63), '€'.repeat(21_846), '\ufeff😀'.repeat(20)),
);

const message = fc.oneof(
  text.map((data) => ({ type: 'text' as const, data })),
  bytes.map((data) => ({ type: 'binary' as const, data })),
  fc.uint8Array({ maxLength: 125 }).map((data) => ({ type: 'ping' as const, data })),
  fc.uint8Array({ maxLength: 125 }).map((data) => ({ type: 'pong' as const, data })),
);

it('decodes what it encodes, in any slicing, fragmented and not, masked and not', () => {
  const messages = fc.array(fc.tuple(message, fc.integer({ min: 1, max: 70_000 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(messages, cuts, fc.option(maskingKey), given, (all, places, key, chunks) => {
      const keys = key === null ? undefined : () => key;
      const stream = all.flatMap(([{ type, data }, size]) => {
        const payload = typeof data === 'string' ? new TextEncoder().encode(data) : data;
        return type === 'text' || type === 'binary'
          ? fragment({ opcode: OPCODE[type], payload }, size, keys)
          : [encodeFrame({ opcode: OPCODE[type], payload, maskingKey: keys?.() })];
      });
      const role = key === null ? 'client' : 'server';
      const received = decode(slice(concat(stream), places), { role, chunks });
      expect(received).toEqual(all.map(([sent]) => sent));
    }),
    { numRuns: 200 },
  );
}, 60_000);

it('gives every frame back as it was, and encodes it to the same bytes', () => {
  const frame = fc.record({
    opcode: fc.constantFrom<number>(1, 2, 9, 10),
    rsv: fc.constant(0),
    fin: fc.constant(true),
    payload: fc.uint8Array({ maxLength: 125 }),
    maskingKey,
  });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 8 }), cuts, (frames, places) => {
      const stream = concat(frames.map(encodeFrame));
      const decoder = createFrameDecoder({ role: 'server' });
      const decoded = slice(stream, places).flatMap((chunk) => decoder.push(chunk));
      const again = decoded.map((one) => {
        if (one.type === 'error') throw new Error(one.says);
        return encodeFrame({ ...one.header, payload: one.payload });
      });
      expect(concat(again)).toEqual(stream);
    }),
    { numRuns: 200 },
  );
}, 60_000);

it('carries every code that may travel, and a reason of up to 123 bytes', () => {
  const code = fc.oneof(
    fc.constantFrom(1000, 1001, 1011, 1014),
    fc.integer({ min: 3000, max: 4999 }),
  );
  fc.assert(
    fc.property(
      code,
      fc.string({ unit: 'binary', maxLength: 30 }),
      cuts,
      (sent, reason, places) => {
        const received = decode(slice(encodeClose(sent, reason), places), { role: 'client' });
        expect(received).toEqual([{ type: 'close', code: sent, reason }]);
      },
    ),
  );
});

it('refuses to encode a control frame that RFC 6455 does not allow', () => {
  expect(() => encodeClose(1000, 'x'.repeat(124))).toThrow(RangeError);
  expect(() => encodeClose(1006)).toThrow(RangeError);
  expect(() => encodeClose(undefined, 'why')).toThrow(RangeError);
  expect(() => fragment({ opcode: OPCODE.ping }, 1)).toThrow(RangeError);
  expect(() => fragment({ opcode: OPCODE.text }, 0)).toThrow(RangeError);
});
