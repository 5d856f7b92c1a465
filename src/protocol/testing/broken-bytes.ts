import { encodeFrame } from '../frame.ts';
import { concat, slice } from './bytes.ts';
import { seeded } from './random.ts';

/** One case for a receiver: a stream that is probably wrong, cut somewhere. */
export interface Case {
  readonly chunks: readonly Uint8Array[];
  readonly role: 'client' | 'server';
}

const SEEDS = ['', 'Hello', 'é€😀', 'x'.repeat(126)].map((text) => new TextEncoder().encode(text));
const CLOSES = [[], [3], [3, 232], [3, 238], [15, 160, 104, 105], [3, 232, 255]];

/**
 * Byte strings of which one half is random and the other half are streams of valid frames with a
 * few bytes flipped, lost, doubled or cut off. The same seed gives the same cases.
 */
export function* brokenBytes(count: number, seed: number): Generator<Case> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;

  function randomBytes(): Uint8Array {
    const bytes = Uint8Array.from({ length: below(40) }, () => below(256));
    // Pure noise fails at its first byte; a likely first byte lets it get further.
    if (bytes.length > 1 && random() < 0.8) {
      bytes[0] = pick([0x01, 0x02, 0x81, 0x82, 0x88, 0x89, 0x8a]);
      bytes[1] = pick([0x00, 0x80]) | pick([0, 1, 2, 5, below(128), 126, 127]);
    }
    return bytes;
  }

  function frame(masked: boolean): Uint8Array {
    const opcode = pick([0, 0, 1, 1, 1, 2, 2, 8, 9, 10]);
    const payload = opcode === 8 ? Uint8Array.from(pick(CLOSES)) : pick(SEEDS);
    const fin = opcode > 2 || random() < 0.6;
    return encodeFrame({ opcode, payload, fin, maskingKey: masked ? below(2 ** 32) : undefined });
  }

  function mutate(bytes: Uint8Array): Uint8Array {
    const at = below(bytes.length);
    const [head, rest] = [bytes.subarray(0, at), bytes.subarray(at)];
    const kind = below(4);
    if (kind === 0) return head;
    if (kind === 1) return concat([head, rest.subarray(1)]);
    if (kind === 2) return concat([head, rest.subarray(0, 1 + below(4)), rest]);
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8));
    return flipped;
  }

  for (let i = 0; i < count; i++) {
    const masked = random() < 0.5;
    let bytes: Uint8Array;
    if (i % 2 === 0) {
      bytes = randomBytes();
    } else {
      bytes = concat(Array.from({ length: 1 + below(5) }, () => frame(masked)));
      for (let n = below(3); n > 0 && bytes.length > 0; n--) bytes = mutate(bytes);
    }
    const cuts = Array.from({ length: below(4) }, () => below(1000));
    yield { chunks: slice(bytes, cuts), role: masked ? 'server' : 'client' };
  }
}
