import { toBase64 } from '../base64.ts';
/** The constant that RFC 6455 §1.3 puts behind every key: no server makes it up by accident. */
export const HANDSHAKE_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * A new `Sec-WebSocket-Key`: 16 bytes in base64, 24 characters (RFC 6455 §4.1).
 *
 * @param nonce 16 bytes. @default random ones
 */
export function makeKey(nonce: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  return toBase64(nonce);
}

/** Whether the text is 16 bytes in base64 (RFC 6455 §4.2.1, item 5). */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{21}[AQgw]==$/.test(text);
}

/**
 * The `Sec-WebSocket-Accept` that answers a key (RFC 6455 §4.2.2): base64(SHA-1(key + GUID)).
 *
 * The key goes in as it was sent: it is not decoded first.
 */
export async function acceptFor(key: string): Promise<string> {
  const text = new TextEncoder().encode(key + HANDSHAKE_GUID);
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-1', text)));
}
