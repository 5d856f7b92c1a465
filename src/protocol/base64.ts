/** `String.fromCharCode` takes its bytes as arguments, and engines limit those. */
const BYTES_A_CALL = 8_192;

/** Bytes as base64 (RFC 4648 §4), with padding. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += BYTES_A_CALL) {
    characters += String.fromCharCode(...bytes.subarray(at, at + BYTES_A_CALL));
  }
  return btoa(characters);
}

/** @throws {DOMException} `InvalidCharacterError` for what is not base64 */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
