import {
  extendedLengthField,
  firstByteFields,
  lengthField,
  maskField,
  maskingKeyField,
} from './fields/header-fields.ts';
import { SHOWN_BYTES } from './fields/field.ts';
import type { FrameField } from './fields/field.ts';
import { payloadFields } from './fields/payload-fields.ts';
import { maskInPlace } from './mask.ts';
import { OPCODE } from './opcode.ts';

/**
 * Names the bits of one frame, for a reader. Nothing is checked, so that a broken frame can be read
 * as well: that is the decoder's part.
 *
 * @param bytes from the first byte of the frame on; what follows the frame is not looked at
 * @returns the fields that are there; the last may be cut, and says so
 */
export function frameFields(bytes: Uint8Array): readonly FrameField[] {
  const [first, second] = bytes;
  if (first === undefined) return [];
  const fields = firstByteFields(first);
  if (second === undefined) return fields;

  const masked = second > 0x7f;
  const length7 = second & 0x7f;
  const extended = length7 === 127 ? 8 : length7 === 126 ? 2 : 0;
  const keyStart = 2 + extended;
  const start = keyStart + (masked ? 4 : 0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  fields.push(maskField(masked), lengthField(length7));
  if (extended !== 0) {
    if (bytes.length < keyStart) return fields;
    fields.push(extendedLengthField(bytes.subarray(2, keyStart), view, extended));
  }
  if (masked) {
    if (bytes.length < start) return fields;
    fields.push(maskingKeyField(bytes.subarray(keyStart, start), keyStart));
  }

  // A number would not do: a broken frame may promise 2^64 - 1 bytes.
  const promised =
    extended === 8 ? view.getBigUint64(2) : BigInt(extended === 2 ? view.getUint16(2) : length7);
  const here = bytes.length - start;
  const raw = bytes.subarray(start, promised < here ? start + Number(promised) : bytes.length);
  // Only what is shown: a payload may be long.
  const clear = raw.slice(0, (first & 0x0f) === OPCODE.close ? 125 : SHOWN_BYTES);
  if (masked) maskInPlace(clear, 0, clear.length, view.getUint32(keyStart));
  fields.push(...payloadFields({ first, raw, clear, start, promised }));
  return fields;
}
