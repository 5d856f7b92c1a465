/** Bytes as hexadecimal digits, two for each byte, in lower case. */
export function toHex(bytes: Uint8Array): string {
  return pairs(bytes).join('');
}

/** The same with spaces between the bytes, for a reader: `81 05`. */
export function toSpacedHex(bytes: Uint8Array): string {
  return pairs(bytes).join(' ');
}

function pairs(bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
}

/**
 * Reads bytes from hexadecimal digits as people write them: in either case, with spaces, commas,
 * colons or line ends between them, each byte with `0x` before it or not.
 *
 * @returns the bytes, or in a sentence what is wrong with the text
 */
export function parseHex(text: string): Uint8Array<ArrayBuffer> | string {
  const digits = text.replace(/0x(?=[\da-f])|[\s,:]/gi, '');
  const strange = /[^\da-f]/iu.exec(digits)?.[0];
  if (strange !== undefined) {
    return `“${strange}” is not a hexadecimal digit. Write bytes as 81 05, with 0–9 and a–f only.`;
  }
  if (digits.length % 2 === 1) {
    return `The number of hexadecimal digits is odd (${digits.length}). A byte has two: write 0a, not a.`;
  }
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
