import { OPCODE } from '../opcode.ts';
import { shown } from './field.ts';
import type { FrameField } from './field.ts';

interface Payload {
  /** The first byte of the frame. */
  readonly first: number;
  /** As it travels. */
  readonly raw: Uint8Array;
  /** Unmasked, as much as is shown. */
  readonly clear: Uint8Array;
  /** Bytes before it. */
  readonly start: number;
  /** Its length as the frame states it. */
  readonly promised: bigint;
}

/** The payload: one field, or two in a Close frame that has a code (§5.5.1). */
export function payloadFields({
  first,
  raw,
  clear,
  start,
  promised,
}: Payload): readonly FrameField[] {
  const { length } = raw;
  const missing = promised - BigInt(length);
  const cut = missing > 0n ? ` ${missing} more bytes must follow.` : '';
  const part = (name: string, from: number, to: number, value: string, means: string) => ({
    name,
    bit: (start + from) * 8,
    bits: (to - from) * 8,
    raw: shown(raw.subarray(from, to)),
    value,
    means: means + cut,
    section: 'RFC 6455 §5.2',
  });
  const opcode = first & 0x0f;
  const [high, low] = clear;
  if (opcode === OPCODE.close && high !== undefined && low !== undefined) {
    const code = part('Status code', 0, 2, String((high << 8) | low), 'Why it closes.');
    const reason = text(clear.subarray(2));
    return [
      { ...code, section: 'RFC 6455 §5.5.1' },
      ...(length > 2
        ? [
            {
              ...part('Reason', 2, length, reason, 'As text, for a reader.'),
              section: 'RFC 6455 §5.5.1',
            },
          ]
        : []),
    ];
  }
  if (promised === 0n) return [];
  const compressed = (first & 0x40) !== 0;
  const isText = opcode === OPCODE.text && !compressed;
  const more = length > clear.length ? '…' : '';
  const value = isText ? text(clear) + more : shown(clear) + more;
  const means = compressed ? 'DEFLATE data, as RFC 7692 §7.2.1 makes it.' : `${length} bytes.`;
  return [part('Payload data', 0, length, value, means)];
}

/** Not the strict decoder: a frame may end inside a character, and its end be cut off here. */
function text(bytes: Uint8Array): string {
  return `“${new TextDecoder().decode(bytes)}”`;
}
