/** The argument checks of `close(code, reason)`, in the browser's words. */
import { isPageCloseCode, isSendableCloseCode } from '../src/protocol/close-code.ts';
import { MAX_REASON_BYTES } from '../src/protocol/frame/close-payload.ts';
import { toClampedUnsignedShort, toUSVString } from './web-idl.ts';

const encoder = new TextEncoder();

/** @throws {DOMException} `SyntaxError` when the reason is over 123 bytes of UTF-8 */
export function checkReason(reason: string): void {
  if (encoder.encode(reason).byteLength > MAX_REASON_BYTES) {
    throw new DOMException(
      `Failed to execute 'close' on 'WebSocket': The close reason must not be greater than ${String(MAX_REASON_BYTES)} UTF-8 bytes.`,
      'SyntaxError',
    );
  }
}

/**
 * What a page may close with: https://websockets.spec.whatwg.org/#dom-websocket-close
 * @throws {DOMException} `InvalidAccessError` for any code but 1000 and 3000–4999
 */
export function checkPageCode(code: number): void {
  if (!isPageCloseCode(code)) {
    throw new DOMException(
      `Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. ${String(code)} is neither.`,
      'InvalidAccessError',
    );
  }
}

/**
 * What a server may close with.
 * @throws {DOMException} `InvalidAccessError` for the code, `SyntaxError` for the reason
 */
export function checkServerClose(code: number | undefined, reason = ''): void {
  if (code !== undefined) checkServerCode(code);
  checkReason(reason);
}

/**
 * What an endpoint may put in a Close frame: RFC 6455 §7.4, and 1012 to 1014 of IANA's registry.
 * @throws {DOMException} `InvalidAccessError` for 1004, 1005, 1006, 1015 and what is not registered
 */
export function checkServerCode(code: number): void {
  if (!isSendableCloseCode(code)) {
    throw new DOMException(
      `The close code of a server must be 1000–1003, 1007–1014, or between 3000 and 4999. ${String(code)} is none of these: a Close frame cannot carry it.`,
      'InvalidAccessError',
    );
  }
}

/**
 * What the arguments of a page's `close()` put into the Close frame; 1005 for none.
 * @throws {DOMException} as `checkPageCode` and `checkReason`
 */
export function toCloseArguments(code: unknown, reason: unknown) {
  // Chromium takes an `undefined` code for a missing one only where no reason follows.
  const closeCode =
    code === undefined && reason === undefined ? undefined : toClampedUnsignedShort(code, 'close');
  const closeReason = reason === undefined ? '' : toUSVString(reason, 'close');
  if (closeCode !== undefined) checkPageCode(closeCode);
  checkReason(closeReason);
  // A reason travels only behind a code (RFC 6455 §5.5.1).
  return closeCode === undefined
    ? { code: 1005, reason: '' }
    : { code: closeCode, reason: closeReason };
}
