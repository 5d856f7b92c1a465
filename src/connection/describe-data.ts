/** How many bytes of a message are shown. */
const SHOWN_BYTES = 16;

/** Text as it is; bytes by their number and the first sixteen of them: `3 bytes: 01 02 03`. */
export function describeData(data: string | ArrayBuffer): string {
  if (typeof data === 'string') return data;
  const hex = Array.from(new Uint8Array(data, 0, Math.min(SHOWN_BYTES, data.byteLength)), toHex);
  if (data.byteLength > SHOWN_BYTES) hex.push('…');
  return `${data.byteLength} bytes${hex.length > 0 ? ': ' : ''}${hex.join(' ')}`;
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
