const encoder = new TextEncoder();

/** Bytes of a message's payload; text counts as UTF-8. */
export function byteLengthOf(message: string | Blob | ArrayBuffer): number {
  if (typeof message === 'string') return encoder.encode(message).byteLength;
  return message instanceof Blob ? message.size : message.byteLength;
}
