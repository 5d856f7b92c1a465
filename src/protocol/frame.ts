/**
 * The frames of RFC 6455 §5, as bytes and back, and permessage-deflate (RFC 7692) on top of them.
 * Each idea has a file of its own in `frame/`; this is the door to them.
 */
export { OPCODE, isControl, opcodeName } from './frame/opcode.ts';
export type { OpcodeName } from './frame/opcode.ts';
export { FRAME_RULES } from './frame/frame-rules.ts';
export type { FrameError, FrameRule } from './frame/frame-rules.ts';
export { RSV1 } from './frame/frame-header.ts';
export type { FrameHeader } from './frame/frame-header.ts';
export type { DecoderOptions } from './frame/frame-reader.ts';
export { createFrameDecoder } from './frame/frame-decoder.ts';
export type { Frame, FrameDecoder } from './frame/frame-decoder.ts';
export { createMessageDecoder } from './frame/message-decoder.ts';
export type { DeflatedMessage, MessageDecoder, Received } from './frame/message-decoder.ts';
export { createInflatingDecoder } from './frame/inflating-decoder.ts';
export type { Inflated, InflatingDecoder, InflatingOptions } from './frame/inflating-decoder.ts';
export { createPlatformInflater } from './frame/inflate.ts';
export type { Inflater } from './frame/inflate.ts';
export { createPlatformDeflater } from './frame/deflate.ts';
export type { Deflater } from './frame/deflate.ts';
export {
  encodeBinary,
  encodeClose,
  encodeFrame,
  encodePing,
  encodePong,
  encodeText,
  fragment,
} from './frame/frame-encoder.ts';
export type { FrameFields, KeySource } from './frame/frame-encoder.ts';
export { readClosePayload, writeClosePayload } from './frame/close-payload.ts';
export type { ClosePayload } from './frame/close-payload.ts';
export { maskInPlace, randomMaskingKey } from './frame/mask.ts';
export { frameFields } from './frame/frame-fields.ts';
export type { FrameField } from './frame/fields/field.ts';
