import { describeCloseCode } from '../../../src/protocol/close-code.ts';
import type { FrameError, Received } from '../../../src/protocol/frame.ts';
import { toSpacedHex } from '../../../src/protocol/hex.ts';

const SHOWN_CHARACTERS = 80;
const SHOWN_BYTES = 24;

/** What the endpoint has received, and what it must do now, in a sentence. */
export function describeReceived(one: Received | FrameError): string {
  switch (one.type) {
    case 'text':
      return `text ${quote(one.data)}`;
    case 'binary':
    case 'deflated':
      return `${one.type}: ${listBytes(one.data)}`;
    case 'ping':
      return `ping: ${listBytes(one.data)}. It answers with a pong of the same bytes (RFC 6455 §5.5.2).`;
    case 'pong':
      return `pong: ${listBytes(one.data)}`;
    case 'close':
      return `close ${nameCode(one.code)}${one.reason && `, ${quote(one.reason)}`}. It answers with a Close frame (RFC 6455 §5.5.1).`;
    case 'error':
      return `Refused: ${one.says} (${one.section}) It closes with ${nameCode(one.closeCode)}.`;
  }
}

function quote(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return `“${text}”`;
  return `“${text.slice(0, SHOWN_CHARACTERS)}…”, ${text.length.toLocaleString('en')} characters`;
}

function listBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'no bytes';
  const more = bytes.length > SHOWN_BYTES ? ' …' : '';
  const hex = toSpacedHex(bytes.subarray(0, SHOWN_BYTES)) + more;
  return `${bytes.length.toLocaleString('en')} bytes, ${hex}`;
}

function nameCode(code: number): string {
  return `${code} ${describeCloseCode(code).name}`;
}
