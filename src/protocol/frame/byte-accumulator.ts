/** Bytes that arrive piece by piece and are wanted as one. */
export interface ByteAccumulator {
  /** Bytes gathered so far. */
  readonly length: number;
  /** Says how many bytes there will be in all, so that `take` need not copy them. */
  expect(total: number): void;
  append(bytes: Uint8Array): void;
  /** The bytes, in memory that will be used again after `clear`. */
  view(): Uint8Array<ArrayBuffer>;
  /** The bytes in memory of their own. The accumulator is empty afterwards. */
  take(): Uint8Array<ArrayBuffer>;
  clear(): void;
}

const EMPTY = new Uint8Array(0);
/** An idle connection, and one with small frames, needs little memory. */
const FIRST_BYTES = 1024;
/** Memory of this size is kept for the next bytes: most messages are smaller. */
export const KEPT_BYTES = 64 * 1024;
// An announced size up to this is believed: copying a message that grows would cost more.
const BELIEVED_BYTES = 1024 * 1024;

/** Memory follows what has arrived: beyond 1 MiB it is at most doubled, whatever was announced. */
export function createByteAccumulator(): ByteAccumulator {
  let buffer = EMPTY;
  let length = 0;
  let expected: number | undefined;

  function capacity(needed: number): number {
    const doubled = Math.max(needed, buffer.length * 2, FIRST_BYTES);
    const wanted = Math.max(needed, expected ?? 0);
    if (wanted <= KEPT_BYTES) return Math.min(KEPT_BYTES, Math.max(doubled, wanted));
    return expected === undefined ? doubled : Math.min(expected, Math.max(doubled, BELIEVED_BYTES));
  }

  function clear(): void {
    length = 0;
    expected = undefined;
    if (buffer.length > KEPT_BYTES) buffer = EMPTY;
  }

  return {
    get length() {
      return length;
    },
    expect(total) {
      expected = total;
    },
    append(bytes) {
      const needed = length + bytes.length;
      if (needed > buffer.length) {
        const grown = new Uint8Array(capacity(needed));
        grown.set(buffer.subarray(0, length));
        buffer = grown;
      }
      buffer.set(bytes, length);
      length = needed;
    },
    view() {
      return buffer.subarray(0, length);
    },
    take() {
      const whole = length === buffer.length && length > KEPT_BYTES;
      const taken = whole ? buffer : buffer.slice(0, length);
      clear();
      return taken;
    },
    clear,
  };
}
