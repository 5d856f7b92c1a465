import { toSpacedHex } from './hex.ts';

const BYTES_A_LINE = 16;

/** One line of a hex dump: `00000010  48 65 6c 6c 6f  Hello`. */
export interface HexLine {
  readonly offset: string;
  readonly hex: string;
  readonly ascii: string;
}

/** A hex dump of the first `limit` bytes, 16 to a line. */
export function toHexLines(bytes: Uint8Array, limit: number): readonly HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < Math.min(bytes.length, limit); at += BYTES_A_LINE) {
    const line = bytes.subarray(at, Math.min(at + BYTES_A_LINE, limit));
    const offset = at.toString(16).padStart(8, '0');
    lines.push({ offset, hex: toSpacedHex(line), ascii: toAscii(line) });
  }
  return lines;
}

/** Printable ASCII as it is, every other byte as a dot. */
export function toAscii(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
  ).join('');
}
