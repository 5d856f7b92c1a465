import type { FrameHeader } from './frame-header.ts';
import { createFrameReader } from './frame-reader.ts';
import type { DecoderOptions } from './frame-reader.ts';
import type { FrameError } from './frame-rules.ts';
import { maskInPlace } from './mask.ts';

/** One frame as it travelled (RFC 6455 §5.2), with its payload unmasked. */
export interface Frame {
  readonly type: 'frame';
  readonly header: FrameHeader;
  /** Unmasked, and still compressed if the message is. A copy: yours to keep. */
  readonly payload: Uint8Array<ArrayBuffer>;
  /** Where its header starts: bytes from the first byte of the stream. */
  readonly offset: number;
}

export interface FrameDecoder {
  /** Takes the next bytes of the stream; gives the frames that they complete, then any error. */
  push(chunk: Uint8Array): readonly (Frame | FrameError)[];
}

/**
 * Decodes a stream frame by frame, for whoever wants to look at the wire. The rules of §5.1 to
 * §5.5 and the size limit are checked; what a payload says is `createMessageDecoder`'s to check.
 */
export function createFrameDecoder(options: DecoderOptions): FrameDecoder {
  let out: (Frame | FrameError)[] = [];
  const push = createFrameReader(options, (header, payload, owned, offset) => {
    out.push({ type: 'frame', header, payload: takePayload(header, payload, owned), offset });
    return undefined;
  });
  return {
    push(chunk) {
      out = [];
      const error = push(chunk);
      if (error) out.push(error);
      return out;
    },
  };
}

/** The unmasked payload in memory of its own: a copy, unless the given one may be kept. */
export function takePayload(
  { maskingKey }: FrameHeader,
  payload: Uint8Array,
  owned: boolean,
): Uint8Array<ArrayBuffer> {
  const own = owned ? (payload as Uint8Array<ArrayBuffer>) : payload.slice();
  if (maskingKey !== undefined) maskInPlace(own, 0, own.length, maskingKey);
  return own;
}
