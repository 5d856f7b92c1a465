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
  /** How often `text` is said, to make it long; a Close frame says it once. @default once */
  readonly times: number | undefined;
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

/** Enough for every length that a header can take, and little enough to show at once. */
const MAX_CHARACTERS = 1_000_000;

function repeat({ text, times = 1 }: Message): string {
  if (times < 1) throw new RangeError('A message is said once or more often.');
  if (text.length * times > MAX_CHARACTERS) {
    throw new RangeError(`At most ${MAX_CHARACTERS.toLocaleString('en')} characters fit here.`);
  }
  return text.repeat(times);
}

/**
 * The bytes of the message, in frames.
 *
 * @param makeKey makes the masking key of each frame that a client sends
 * @throws {RangeError} when RFC 6455 does not allow the message
 */
export async function encodeMessage(
  message: Message,
  { sender, deflate }: Wire,
  makeKey: () => number,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const { kind, fragmentBytes, closeCode } = message;
  const key: KeySource = sender === 'client' ? makeKey : undefined;
  if (kind === 'close') return [encodeClose(closeCode, message.text, key)];
  const bytes = new TextEncoder().encode(repeat(message));
  if (kind === 'ping') return [encodePing(bytes, key)];
  if (kind === 'pong') return [encodePong(bytes, key)];
  const opcode = OPCODE[kind];
  const payload = deflate ? await createPlatformDeflater().deflate(bytes) : bytes;
  const rsv = deflate ? RSV1 : 0;
  if (fragmentBytes !== undefined) return fragment({ opcode, rsv, payload }, fragmentBytes, key);
  return [encodeFrame({ opcode, rsv, payload, maskingKey: key?.() })];
}
