import { isSendableCloseCode } from '../close-code.ts';
import type { FrameRule } from './frame-rules.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export interface ClosePayload {
  /** The code that was sent; 1005 when the payload is empty (RFC 6455 §7.1.5). */
  readonly code: number;
  /** At most 123 bytes of UTF-8; empty when none was sent. */
  readonly reason: string;
}

const NO_STATUS = 1005;
/** RFC 6455 §5.5: 125 bytes of payload, two of them the code. */
export const MAX_REASON_BYTES = 123;

/** Reads the unmasked payload of a Close frame (RFC 6455 §5.5.1, §7.4). */
export function readClosePayload(payload: Uint8Array): ClosePayload | FrameRule {
  const [high, low] = payload;
  if (high === undefined) return { code: NO_STATUS, reason: '' };
  if (low === undefined) return 'close-payload-one-byte';
  const code = (high << 8) | low;
  if (!isSendableCloseCode(code)) return 'close-code-forbidden';
  const reason = decodeUtf8(payload.subarray(2));
  return reason === undefined ? 'close-reason-not-utf8' : { code, reason };
}

/**
 * Makes the payload of a Close frame: empty without a code.
 *
 * @throws RangeError when the code may not travel, when the reason is over 123 bytes of UTF-8, or
 * when there is a reason and no code
 */
export function writeClosePayload(code?: number, reason = ''): Uint8Array<ArrayBuffer> {
  if (code === undefined) {
    if (reason !== '') throw new RangeError('A close reason needs a code before it.');
    return new Uint8Array(0);
  }
  if (!isSendableCloseCode(code)) {
    throw new RangeError(`Close code ${code} may not be sent in a Close frame (RFC 6455 §7.4).`);
  }
  const text = encodeUtf8(reason);
  if (text.length > MAX_REASON_BYTES) {
    throw new RangeError(`The reason has ${text.length} bytes; ${MAX_REASON_BYTES} fit (§5.5).`);
  }
  const payload = new Uint8Array(2 + text.length);
  payload[0] = code >> 8;
  payload[1] = code & 0xff;
  payload.set(text, 2);
  return payload;
}
