import { isControl, OPCODE, opcodeName } from './opcode.ts';
import type { FrameRule } from './frame-rules.ts';

/** Everything of a frame that stands before its payload (RFC 6455 §5.2). */
export interface FrameHeader {
  /** Whether this is the last frame of its message. */
  readonly fin: boolean;
  /** The three reserved bits as one number: RSV1 is 4, RSV2 is 2, RSV3 is 1. */
  readonly rsv: number;
  /** 4 bits; see `OPCODE`. */
  readonly opcode: number;
  /** 32 bits, unsigned, first byte highest; `undefined` when the frame is not masked. */
  readonly maskingKey: number | undefined;
  /** Bytes of payload, as the frame states it. */
  readonly payloadLength: number;
  /** Bytes of this header: 2 to 14. */
  readonly headerLength: number;
}

/** What the receiver knows when a frame starts, and the rules depend on. */
export interface HeaderContext {
  /** Whether frames must be masked (a server receives), or must not be (a client receives). */
  readonly masked: boolean;
  /** Whether permessage-deflate was agreed on, so that RSV1 has a meaning. */
  readonly deflate: boolean;
  /** Whether to refuse a length in more bytes than it needs, and one with its sign bit set. */
  readonly strictLengths: boolean;
  /** Whether a fragmented message has begun and not ended. */
  inMessage: boolean;
  /** Payload bytes that the message has already had in earlier frames. */
  messageBytes: number;
  readonly maxMessageBytes: number;
}

export const RSV1 = 4;

/**
 * Reads a header from `bytes[start]` on, and never looks at `bytes[end]` or beyond.
 *
 * A broken rule comes back by its name, as soon as the bytes that break it are there, and
 * `undefined` means that more bytes are needed. No length is trusted: nothing is allocated here.
 */
export function readFrameHeader(
  bytes: Uint8Array,
  start: number,
  end: number,
  context: HeaderContext,
): FrameHeader | FrameRule | undefined {
  if (end - start < 2) return undefined;
  const first = bytes[start] ?? 0;
  const second = bytes[start + 1] ?? 0;
  const opcode = first & 0x0f;
  const length7 = second & 0x7f;
  const broken = checkFirstBytes(first, second, context);
  if (broken) return broken;

  const extended = length7 === 127 ? 8 : length7 === 126 ? 2 : 0;
  if (end - start < 2 + extended) return undefined;
  const payloadLength = extended === 0 ? length7 : readLength(bytes, start + 2, extended, context);
  if (typeof payloadLength === 'string') return payloadLength;
  if (!isControl(opcode) && context.messageBytes + payloadLength > context.maxMessageBytes) {
    // An empty frame adds nothing: even a limit of 0 bytes takes it.
    if (payloadLength > 0) return 'message-too-big';
  }

  const masked = second > 0x7f;
  const headerLength = 2 + extended + (masked ? 4 : 0);
  if (end - start < headerLength) return undefined;
  const maskingKey = masked ? readUint32(bytes, start + headerLength - 4) : undefined;
  return {
    fin: first > 0x7f,
    rsv: (first >> 4) & 7,
    opcode,
    maskingKey,
    payloadLength,
    headerLength,
  };
}

/** All that the first two bytes of a frame can break (RFC 6455 §5.1, §5.2, §5.4, §5.5). */
function checkFirstBytes(
  first: number,
  second: number,
  { deflate, inMessage, masked }: HeaderContext,
): FrameRule | undefined {
  const rsv = (first >> 4) & 7;
  const opcode = first & 0x0f;
  if (rsv !== 0) {
    if (rsv !== RSV1 || !deflate) return 'rsv-bits';
    if (opcode !== OPCODE.text && opcode !== OPCODE.binary && opcodeName(opcode)) {
      return 'rsv1-outside-first-frame';
    }
  }
  if (opcode <= OPCODE.binary) {
    const continues = opcode === OPCODE.continuation;
    if (continues && !inMessage) return 'continuation-without-start';
    if (!continues && inMessage) return 'message-inside-message';
  } else if (opcodeName(opcode) === undefined) {
    return 'opcode-reserved';
  } else {
    const length7 = second & 0x7f;
    if (first <= 0x7f) return 'control-fragmented';
    if (length7 > 125) return 'control-too-long';
    if (opcode === OPCODE.close && length7 === 1) return 'close-payload-one-byte';
  }
  if (second > 0x7f === masked) return undefined;
  return masked ? 'mask-missing' : 'mask-forbidden';
}

function readLength(
  bytes: Uint8Array,
  at: number,
  size: 2 | 8,
  { strictLengths }: HeaderContext,
): number | FrameRule {
  if (size === 2) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    return strictLengths && length < 126 ? 'length-not-minimal' : length;
  }
  const high = readUint32(bytes, at);
  if (strictLengths && high > 0x7fffffff) return 'length-sign-bit';
  // A JavaScript number holds 53 bits exactly: 21 of the high half.
  if (high > 0x1fffff) return 'length-unsafe';
  const length = high * 2 ** 32 + readUint32(bytes, at + 4);
  return strictLengths && length < 65_536 ? 'length-not-minimal' : length;
}

function readUint32(bytes: Uint8Array, at: number): number {
  const top = (bytes[at] ?? 0) * 2 ** 24;
  return top + (((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
}
