/** Bytes of a message's payload; text, which must be well-formed, counts as UTF-8. */
export function byteLengthOf(message: string | Blob | ArrayBuffer): number {
  if (typeof message === 'string') return utf8LengthOf(message);
  return message instanceof Blob ? message.size : message.byteLength;
}

/** Counts, where a `TextEncoder` would make the bytes: that took a fifth of a message's time. */
function utf8LengthOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff && !isSurrogate(unit) ? 2 : 1;
  }
  return bytes;
}

/** Two of these are one character, of four bytes. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
