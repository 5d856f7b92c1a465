import { toHexLines } from '../../../src/protocol/hex-dump.ts';

interface HexDumpProps {
  readonly bytes: Uint8Array;
}

const SHOWN_BYTES = 128;

/** The first bytes, as they passed. */
export function HexDump({ bytes }: HexDumpProps) {
  const lines = toHexLines(bytes, SHOWN_BYTES).map(
    ({ hex, ascii }) => `${hex.padEnd(48)} ${ascii}`,
  );
  const missing = bytes.length - SHOWN_BYTES;
  if (missing > 0) lines.push(`… and ${missing.toLocaleString('en')} bytes more`);
  return <pre tabIndex={0}>{lines.join('\n')}</pre>;
}
