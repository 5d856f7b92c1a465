import { CLOSE_CODE_RANGES, CLOSE_CODES, type CloseCode } from './close-codes.ts';

const BY_CODE: ReadonlyMap<number, CloseCode> = new Map(CLOSE_CODES.map((one) => [one.code, one]));

/** Says what a code means. Total: ranges and nonsense (`NaN`, 12.5, 65536) have an answer too. */
export function describeCloseCode(code: number): CloseCode {
  const registered = BY_CODE.get(code);
  if (registered) return registered;
  const range = Number.isInteger(code)
    ? CLOSE_CODE_RANGES.find(({ from, to }) => code >= from && code <= to)
    : undefined;
  if (!range) {
    return {
      code,
      name: 'Not a Close Code',
      meaning: 'No meaning is defined: close codes are whole numbers from 1000 to 4999.',
      sender: 'none',
      next: 'Treat it as a protocol error of the other side.',
      source: 'RFC 6455 §7.4.2',
    };
  }
  const { name, meaning, sender, next, source } = range;
  return { code, name, meaning, sender, next, source };
}

/** Whether a received Close frame may carry the code (RFC 6455 §7.4). If not, the frame is 1002. */
export function isSendableCloseCode(code: number): boolean {
  return describeCloseCode(code).sender !== 'none';
}

/**
 * Whether a page may pass the code to `WebSocket.close(code)`; a browser throws an
 * `InvalidAccessError` for every other (https://websockets.spec.whatwg.org/#dom-websocket-close).
 */
export function isPageCloseCode(code: number): boolean {
  return Number.isInteger(code) && (code === 1000 || (code >= 3000 && code <= 4999));
}
