import {
  createPlatformDeflater,
  encodeClose,
  encodeFrame,
  encodePing,
  encodePong,
  fragment,
  OPCODE,
  RSV1,
} from '../../../src/protocol/frame.ts';
import type { KeySource } from '../../../src/protocol/frame.ts';

export const KINDS = ['text', 'binary', 'ping', 'pong', 'close'] as const;

/** What a person asks an endpoint to send. */
export interface Message {
  readonly kind: (typeof KINDS)[number];
  /** The text; of a Close frame the reason. Binary messages carry its UTF-8. */
  readonly text: string;
  /** How often `text` is said, in one message: for long ones. */
  readonly times: number;
  /** Bytes in each frame, for text and binary. @default one frame */
  readonly fragmentBytes: number | undefined;
  /** Of a Close frame. @default none is sent */
  readonly closeCode: number | undefined;
}

export interface Wire {
  /** Who sends. A client masks its frames, a server does not (RFC 6455 §5.1). */
  readonly sender: 'client' | 'server';
  /** Whether permessage-deflate was agreed on: then text and binary are compressed (RFC 7692). */
  readonly deflate: boolean;
}

/**
 * The bytes of the message, in frames.
 *
 * @param makeKey makes the masking key of each frame that a client sends
 * @throws RangeError in words, when RFC 6455 does not allow the message
 */
export async function encodeMessage(
  { kind, text, times, fragmentBytes, closeCode }: Message,
  { sender, deflate }: Wire,
  makeKey: () => number,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const key: KeySource = sender === 'client' ? makeKey : undefined;
  const bytes = new TextEncoder().encode(text.repeat(times));
  if (kind === 'ping') return [encodePing(bytes, key)];
  if (kind === 'pong') return [encodePong(bytes, key)];
  if (kind === 'close') return [encodeClose(closeCode, text.repeat(times), key)];
  const opcode = OPCODE[kind];
  const payload = deflate ? await createPlatformDeflater().deflate(bytes) : bytes;
  const rsv = deflate ? RSV1 : 0;
  if (fragmentBytes !== undefined) return fragment({ opcode, rsv, payload }, fragmentBytes, key);
  return [encodeFrame({ opcode, rsv, payload, maskingKey: key?.() })];
}
