import { toSpacedHex } from '../../../src/protocol/hex.ts';

interface HexDumpProps {
  readonly bytes: Uint8Array;
}

const LINE_BYTES = 16;
const SHOWN_LINES = 8;

/** A character for each byte that has one, as network tools print them. */
function printable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
  ).join('');
}

/** The first bytes, as they passed. */
export function HexDump({ bytes }: HexDumpProps) {
  const lines: string[] = [];
  const shown = Math.min(bytes.length, LINE_BYTES * SHOWN_LINES);
  for (let at = 0; at < shown; at += LINE_BYTES) {
    const line = bytes.subarray(at, Math.min(at + LINE_BYTES, shown));
    lines.push(`${toSpacedHex(line).padEnd(LINE_BYTES * 3)} ${printable(line)}`);
  }
  const missing = bytes.length - shown;
  if (missing > 0) lines.push(`… and ${missing.toLocaleString('en')} bytes more`);
  return <pre tabIndex={0}>{lines.join('\n')}</pre>;
}
