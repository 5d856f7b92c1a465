// A byte order mark is part of the message: a WebSocket's text is not a file (RFC 6455 §8.1).
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The text, or `undefined` when the bytes are not UTF-8 (RFC 3629: no surrogates, no overlong). */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-8 of the text; a lone surrogate becomes U+FFFD, as `WebSocket.send` does. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
