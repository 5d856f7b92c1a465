import fc from 'fast-check';
import { encodeFrame } from '../frame.ts';
import { concat, slice } from './bytes.ts';

/** One case for a receiver: a stream that is probably wrong, cut somewhere. */
export interface Case {
  readonly chunks: readonly Uint8Array[];
  readonly role: 'client' | 'server';
}

const TEXTS = ['', 'Hello', 'é€😀', 'x'.repeat(126)].map((text) => new TextEncoder().encode(text));
const CLOSES = [[], [3], [3, 232], [3, 238], [15, 160, 104, 105], [3, 232, 255]].map((bytes) =>
  Uint8Array.from(bytes),
);

/** Pure noise fails at its first byte; a likely first byte lets it get further. */
const likelyStart = fc.tuple(
  fc.constantFrom(0x01, 0x02, 0x81, 0x82, 0x88, 0x89, 0x8a),
  fc.tuple(
    fc.constantFrom(0x00, 0x80),
    fc.oneof(fc.constantFrom(0, 1, 2, 5, 126, 127), fc.nat({ max: 127 })),
  ),
);
const noise = fc
  .tuple(fc.option(likelyStart, { freq: 5 }), fc.uint8Array({ maxLength: 40 }))
  .map(([start, rest]) => {
    if (!start) return rest;
    const [first, [mask, length]] = start;
    return concat([Uint8Array.of(first, mask | length), rest]);
  });

const frame = (isMasked: boolean) =>
  fc
    .record({
      opcode: fc.constantFrom(0, 0, 1, 1, 1, 2, 2, 8, 9, 10),
      text: fc.constantFrom(...TEXTS),
      close: fc.constantFrom(...CLOSES),
      isLast: fc.boolean(),
      key: fc.nat({ max: 2 ** 32 - 1 }),
    })
    .map(({ opcode, text, close, isLast, key }) =>
      encodeFrame({
        opcode,
        payload: opcode === 8 ? close : text,
        fin: opcode > 2 || isLast,
        maskingKey: isMasked ? key : undefined,
      }),
    );

/** One thing that goes wrong with bytes: where, and what. */
const fault = fc.record({
  at: fc.nat({ max: 1_000 }),
  kind: fc.constantFrom('cut off', 'lost', 'doubled', 'flipped'),
  length: fc.integer({ min: 1, max: 4 }),
  bit: fc.nat({ max: 7 }),
});
type Fault = typeof fault extends fc.Arbitrary<infer T> ? T : never;

function spoil(bytes: Uint8Array, { at, kind, length, bit }: Fault): Uint8Array {
  if (bytes.length === 0) return bytes;
  const place = at % bytes.length;
  const [head, rest] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut off') return head;
  if (kind === 'lost') return concat([head, rest.subarray(1)]);
  if (kind === 'doubled') return concat([head, rest.subarray(0, length), rest]);
  const flipped = bytes.slice();
  flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
  return flipped;
}

const spoiltFrames = (isMasked: boolean) =>
  fc
    .tuple(
      fc.array(frame(isMasked), { minLength: 1, maxLength: 5 }),
      fc.array(fault, { maxLength: 2 }),
    )
    .map(([frames, faults]) => faults.reduce(spoil, concat(frames)));

/**
 * Byte strings, cut somewhere. One half is random; the other half is valid frames with a few bytes
 * flipped, lost, doubled or cut off.
 */
export const brokenBytes: fc.Arbitrary<Case> = fc.boolean().chain((isMasked) =>
  fc
    .tuple(
      fc.oneof(noise, spoiltFrames(isMasked)),
      fc.array(fc.nat({ max: 1_000 }), { maxLength: 3 }),
    )
    .map(([bytes, cuts]) => ({
      chunks: slice(bytes, cuts),
      role: isMasked ? 'server' : 'client',
    })),
);
