import { useId } from 'react';
import { toSpacedHex } from '../../../src/protocol/hex.ts';

interface HexFieldProps {
  readonly bytes: Uint8Array;
  /** What a person has written over them. */
  readonly edited: string | undefined;
  readonly problem: string | undefined;
  readonly onEdit: (hex: string) => void;
}

/** More than this no one edits by hand, and a browser is slow to lay it out. */
const EDITABLE_BYTES = 2_000;
const SHOWN_BYTES = 64;

/** The bytes of the stream, to read, edit and paste. */
export function HexField({ bytes, edited, problem, onEdit }: HexFieldProps) {
  const problemId = useId();
  const isLong = edited === undefined && bytes.length > EDITABLE_BYTES;
  const all = edited ?? toSpacedHex(isLong ? bytes.subarray(0, SHOWN_BYTES) : bytes);
  return (
    <>
      <label className="hex">
        Bytes on the wire, in hexadecimal: edit them, or paste others
        <textarea
          rows={3}
          spellCheck={false}
          readOnly={isLong}
          value={isLong ? `${all} …` : all}
          aria-invalid={problem !== undefined}
          aria-describedby={problemId}
          onChange={({ target }) => onEdit(target.value)}
        />
      </label>
      <p id={problemId} role={problem === undefined ? undefined : 'alert'}>
        {problem ?? countBytes(bytes.length, isLong)}
      </p>
    </>
  );
}

function countBytes(length: number, isLong: boolean): string {
  const count = `${length.toLocaleString('en')} bytes.`;
  return isLong
    ? `${count} The first ${SHOWN_BYTES} are shown: shorten the message to edit them.`
    : count;
}
