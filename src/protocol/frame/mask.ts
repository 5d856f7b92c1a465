/**
 * Masking (RFC 6455 §5.3): byte i of the payload is XORed with byte i mod 4 of the key. The same
 * step masks and unmasks. It hides nothing: its purpose is that a page cannot choose the bytes that
 * a proxy on the way will see (§10.3).
 */

const KEY_BYTES = new Uint8Array(4);
const WORD_BYTES = new Uint8Array(4);
const WORD = new Uint32Array(WORD_BYTES.buffer);

// From this size on, four bytes at a time are faster than the set-up of the wider view costs.
const WIDE_FROM_BYTES = 64;

/**
 * Masks or unmasks `bytes` from `start` to `end` in place.
 *
 * @param key 32 bits, unsigned, its first byte highest
 */
export function maskInPlace(bytes: Uint8Array, start: number, end: number, key: number): void {
  if (key === 0) return;
  KEY_BYTES[0] = key >>> 24;
  KEY_BYTES[1] = key >>> 16;
  KEY_BYTES[2] = key >>> 8;
  KEY_BYTES[3] = key;
  if (end - start < WIDE_FROM_BYTES) {
    maskBytes(bytes, start, end, 0);
    return;
  }
  // A word must start at a multiple of four in memory: the bytes before the first one go alone.
  const lead = -(bytes.byteOffset + start) & 3;
  const words = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset + start + lead,
    (end - start - lead) >>> 2,
  );
  maskBytes(bytes, start, start + lead, 0);
  const word = keyWord(lead);
  for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) ^ word;
  maskBytes(bytes, start + lead + words.length * 4, end, lead);
}

/** Masks byte by byte, with byte `phase` of the key first. */
function maskBytes(bytes: Uint8Array, start: number, end: number, phase: number): void {
  for (let at = start, i = phase; at < end; at++, i++) {
    bytes[at] = (bytes[at] ?? 0) ^ (KEY_BYTES[i & 3] ?? 0);
  }
}

/** The key from byte `phase` on, as one word of this machine, whichever end it stores first. */
function keyWord(phase: number): number {
  for (let i = 0; i < 4; i++) WORD_BYTES[i] = KEY_BYTES[(i + phase) & 3] ?? 0;
  return WORD[0] ?? 0;
}

/** A fresh key that no one can foresee, as RFC 6455 §5.3 and §10.3 demand of a client. */
export function randomMaskingKey(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
