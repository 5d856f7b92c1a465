import * as React from 'react';
import { toHexLines } from '../../../../src/protocol/hex-dump.ts';

const SHOWN_BYTES = 4_096;

interface HexDumpProps {
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** Bytes as hex and ASCII, 16 to a line. */
export function HexDump({ label, bytes }: HexDumpProps): React.JSX.Element {
  const lines = toHexLines(bytes, SHOWN_BYTES).map(
    ({ offset, hex, ascii }) => `${offset}  ${hex.padEnd(47)}  ${ascii}`,
  );
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {/* A line may be wider than the panel, and is scrolled by keyboard. */}
      <pre tabIndex={0}>{lines.join('\n') || '(empty)'}</pre>
      {bytes.length > SHOWN_BYTES && <p>and {bytes.length - SHOWN_BYTES} bytes more</p>}
    </figure>
  );
}
