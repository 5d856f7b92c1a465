import { writeClosePayload } from './close-payload.ts';
import { maskInPlace } from './mask.ts';
import { isControl, OPCODE } from './opcode.ts';
import { encodeUtf8 } from './utf8.ts';

/** The fields of a frame to make (RFC 6455 §5.2). */
export interface FrameFields {
  /** 4 bits. */
  readonly opcode: number;
  /** Not yet masked. @default empty */
  readonly payload?: Uint8Array;
  /** @default true */
  readonly fin?: boolean;
  /** RSV1 is 4, RSV2 is 2, RSV3 is 1. @default 0 */
  readonly rsv?: number;
  /** 32 bits, unsigned, as `randomMaskingKey()` makes them. @default not masked */
  readonly maskingKey?: number | undefined;
}

/**
 * Writes one frame, with its length in the fewest bytes. Nothing else is checked: a server that
 * must break the protocol, to show what happens then, makes its frames here too.
 */
export function encodeFrame(fields: FrameFields): Uint8Array<ArrayBuffer> {
  const { opcode, payload = new Uint8Array(0), fin = true, rsv = 0, maskingKey } = fields;
  const { length } = payload;
  const extended = length > 0xffff ? 8 : length > 125 ? 2 : 0;
  const start = 2 + extended + (maskingKey === undefined ? 0 : 4);
  const bytes = new Uint8Array(start + length);
  const view = new DataView(bytes.buffer);
  const length7 = extended === 8 ? 127 : extended === 2 ? 126 : length;
  view.setUint8(0, (fin ? 0x80 : 0) | ((rsv & 7) << 4) | (opcode & 0x0f));
  view.setUint8(1, (maskingKey === undefined ? 0 : 0x80) | length7);
  if (extended === 2) view.setUint16(2, length);
  if (extended === 8) view.setBigUint64(2, BigInt(length));
  bytes.set(payload, start);
  if (maskingKey !== undefined) {
    view.setUint32(start - 4, maskingKey);
    maskInPlace(bytes, start, bytes.length, maskingKey);
  }
  return bytes;
}

/** Makes a masking key for each frame: `randomMaskingKey` for a client, nothing for a server. */
export type KeySource = (() => number) | undefined;

export function encodeText(text: string, key?: KeySource): Uint8Array<ArrayBuffer> {
  return encodeFrame({ opcode: OPCODE.text, payload: encodeUtf8(text), maskingKey: key?.() });
}

export function encodeBinary(payload: Uint8Array, key?: KeySource): Uint8Array<ArrayBuffer> {
  return encodeFrame({ opcode: OPCODE.binary, payload, maskingKey: key?.() });
}

/** @throws RangeError when the payload is longer than the 125 bytes of RFC 6455 §5.5 */
export function encodePing(payload: Uint8Array, key?: KeySource): Uint8Array<ArrayBuffer> {
  return encodeControl(OPCODE.ping, payload, key);
}

/** @throws RangeError when the payload is longer than the 125 bytes of RFC 6455 §5.5 */
export function encodePong(payload: Uint8Array, key?: KeySource): Uint8Array<ArrayBuffer> {
  return encodeControl(OPCODE.pong, payload, key);
}

/** @throws RangeError as `writeClosePayload` does */
export function encodeClose(
  code?: number,
  reason?: string,
  key?: KeySource,
): Uint8Array<ArrayBuffer> {
  return encodeControl(OPCODE.close, writeClosePayload(code, reason), key);
}

function encodeControl(
  opcode: number,
  payload: Uint8Array,
  key: KeySource,
): Uint8Array<ArrayBuffer> {
  if (payload.length > 125) {
    throw new RangeError(`A control frame holds 125 bytes, not ${payload.length} (RFC 6455 §5.5).`);
  }
  return encodeFrame({ opcode, payload, maskingKey: key?.() });
}

/**
 * Cuts a message into frames of at most `fragmentBytes` (RFC 6455 §5.4): the first has the opcode
 * and the RSV bits, the others are continuations, the last has FIN. An empty message is one frame.
 *
 * @throws RangeError when the message is a control frame, or `fragmentBytes` is not above 0
 */
export function fragment(
  message: Omit<FrameFields, 'fin' | 'maskingKey'>,
  fragmentBytes: number,
  key?: KeySource,
): readonly Uint8Array<ArrayBuffer>[] {
  const { opcode, payload = new Uint8Array(0), rsv = 0 } = message;
  if (isControl(opcode)) throw new RangeError('A control frame must not be fragmented (§5.5).');
  if (!(fragmentBytes >= 1)) throw new RangeError('A fragment needs room for at least one byte.');
  const frames: Uint8Array<ArrayBuffer>[] = [];
  const size = Math.floor(fragmentBytes);
  for (let at = 0; at === 0 || at < payload.length; at += size) {
    const first = at === 0;
    frames.push(
      encodeFrame({
        opcode: first ? opcode : OPCODE.continuation,
        rsv: first ? rsv : 0,
        fin: at + size >= payload.length,
        payload: payload.subarray(at, at + size),
        maskingKey: key?.(),
      }),
    );
  }
  return frames;
}
