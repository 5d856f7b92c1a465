import { createByteAccumulator, KEPT_BYTES } from './byte-accumulator.ts';
import { readFrameHeader } from './frame-header.ts';
import type { FrameHeader, HeaderContext } from './frame-header.ts';
import { frameError } from './frame-rules.ts';
import type { FrameError, FrameRule } from './frame-rules.ts';
import { isControl, OPCODE } from './opcode.ts';

export interface DecoderOptions {
  /** Who receives the bytes: a `server` takes masked frames only, a `client` none (§5.1). */
  readonly role: 'client' | 'server';
  /**
   * The largest message to take, in bytes of all its frames together, and again after inflation.
   * A larger one is refused with 1009 as soon as a header says so. Bounds the decoder's memory.
   *
   * @default 104857600 (100 MiB)
   */
  readonly maxMessageBytes?: number;
  /**
   * Whether permessage-deflate was agreed on in the handshake (RFC 7692), so that RSV1 may be set.
   *
   * @default false
   */
  readonly permessageDeflate?: boolean;
  /**
   * `strict`, as Chromium does: a payload length in more bytes than it needs, and one with its
   * sign bit set, are refused with 1002. `lenient`, as the `ws` package does: the first is taken,
   * and every length above 2^53 - 1 is refused with 1009.
   *
   * @default 'strict'
   */
  readonly lengths?: 'strict' | 'lenient';
  /**
   * Whose the chunks are. `borrowed`: they stay as they are, and what is received has memory of its
   * own. `given`: masks are taken off in place, and a binary message may be a view into its chunk,
   * and keep it alive. That is faster, and right when no one else reads the chunks, as with those
   * of a Node socket.
   *
   * @default 'borrowed'
   */
  readonly chunks?: 'borrowed' | 'given';
}

/**
 * Takes one frame.
 *
 * @param payload still masked
 * @param owned whether the payload may be kept and changed; if not, it must be read at once
 * @param offset where the frame starts: bytes from the first byte of the stream
 * @returns the rule that the payload breaks, if any
 */
export type FrameTaker = (
  header: FrameHeader,
  payload: Uint8Array,
  owned: boolean,
  offset: number,
) => FrameRule | undefined;

const MAX_HEADER_BYTES = 14;
const DEFAULT_MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

/**
 * Cuts a stream of bytes, in any slicing, into frames: the part that all decoders share.
 *
 * @returns a function that takes the next bytes; it never throws, and gives the error that ended
 * the stream, once. After an error or a Close frame all further bytes are ignored (§7.1.7, §5.5.1).
 */
export function createFrameReader(
  options: DecoderOptions,
  take: FrameTaker,
): (chunk: Uint8Array) => FrameError | undefined {
  const context: HeaderContext = {
    masked: options.role === 'server',
    deflate: options.permessageDeflate ?? false,
    strictLengths: options.lengths !== 'lenient',
    inMessage: false,
    messageBytes: 0,
    maxMessageBytes: options.maxMessageBytes ?? DEFAULT_MAX_MESSAGE_BYTES,
  };
  const given = options.chunks === 'given';
  // A header that a slice has cut.
  const partial = new Uint8Array(MAX_HEADER_BYTES);
  let partialLength = 0;
  let header: FrameHeader | undefined;
  // The payload of a frame that a slice has cut.
  const gathered = createByteAccumulator();
  let gatheredBytes = 0;
  let offset = 0;
  let ended = false;

  function fail(rule: FrameRule): FrameError {
    ended = true;
    header = undefined;
    gathered.clear();
    gatheredBytes = 0;
    return frameError(rule, offset);
  }

  return function push(bytes) {
    // A plain view: slices of Node's `Buffer` are slower, and its `slice` does not copy.
    const chunk = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    while (!ended) {
      if (!header) {
        const earlier = partialLength;
        let read;
        if (earlier === 0) {
          read = readFrameHeader(chunk, at, chunk.length, context);
        } else {
          const more = chunk.subarray(at, at + MAX_HEADER_BYTES - earlier);
          partial.set(more, earlier);
          read = readFrameHeader(partial, 0, earlier + more.length, context);
        }
        if (typeof read === 'string') return fail(read);
        if (!read) {
          // Fewer than 14 bytes are at hand, or the header would be complete.
          if (earlier === 0) partial.set(chunk.subarray(at));
          partialLength += chunk.length - at;
          return undefined;
        }
        header = read;
        at += read.headerLength - earlier;
        partialLength = 0;
      }

      const { payloadLength } = header;
      const end = at + payloadLength - gatheredBytes;
      if (end > chunk.length) {
        gathered.expect(payloadLength);
        gathered.append(chunk.subarray(at));
        gatheredBytes = gathered.length;
        return undefined;
      }
      const complete = header;
      const rest = chunk.subarray(at, end);
      let broken;
      if (gatheredBytes === 0) {
        broken = take(complete, rest, given, offset);
      } else {
        gathered.append(rest);
        const large = payloadLength > KEPT_BYTES;
        broken = take(complete, large ? gathered.take() : gathered.view(), large, offset);
        gathered.clear();
        gatheredBytes = 0;
      }
      if (broken) return fail(broken);
      at = end;
      offset += complete.headerLength + payloadLength;
      header = undefined;
      if (!isControl(complete.opcode)) {
        context.inMessage = !complete.fin;
        context.messageBytes = complete.fin ? 0 : context.messageBytes + payloadLength;
      }
      ended = complete.opcode === OPCODE.close;
    }
    return undefined;
  };
}
