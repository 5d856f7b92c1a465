import { createByteAccumulator } from './byte-accumulator.ts';
import { readClosePayload } from './close-payload.ts';
import type { ClosePayload } from './close-payload.ts';
import { takePayload } from './frame-decoder.ts';
import type { FrameHeader } from './frame-header.ts';
import { createFrameReader } from './frame-reader.ts';
import type { DecoderOptions, FrameTaker } from './frame-reader.ts';
import type { FrameError, FrameRule } from './frame-rules.ts';
import { maskInPlace } from './mask.ts';
import { OPCODE } from './opcode.ts';
import { decodeUtf8 } from './utf8.ts';

/** What an endpoint has received: whole messages, fragments joined, masks taken off. */
export type Received =
  | { readonly type: 'text'; readonly data: string }
  | { readonly type: 'binary'; readonly data: Uint8Array<ArrayBuffer> }
  | DeflatedMessage
  | { readonly type: 'ping' | 'pong'; readonly data: Uint8Array<ArrayBuffer> }
  | ({ readonly type: 'close' } & ClosePayload);

/** A message that came with RSV1; `createInflatingDecoder` turns it into `text` or `binary`. */
export interface DeflatedMessage {
  readonly type: 'deflated';
  readonly kind: 'text' | 'binary';
  readonly data: Uint8Array<ArrayBuffer>;
  /** Where its first frame starts: bytes from the first byte of the stream. */
  readonly offset: number;
}

export interface MessageDecoder {
  /**
   * Takes the next bytes of the stream, in any slicing. Unless `chunks` is `given`, they are neither
   * changed nor kept.
   *
   * @returns what the bytes complete, in order; an error comes last and ends the stream
   */
  push(chunk: Uint8Array): readonly (Received | FrameError)[];
}

// Masked text is unmasked here before it becomes a string: no memory for each message. One for all
// decoders, as it is read before `push` returns.
const SCRATCH = new Uint8Array(64 * 1024);

/**
 * Decodes a stream into messages as RFC 6455 §5 and §8 demand.
 *
 * UTF-8 is checked when a message is complete, as §8.1 allows, so that an error further on in the
 * same message is the one that is reported.
 */
export function createMessageDecoder(options: DecoderOptions): MessageDecoder {
  const fragments = createByteAccumulator();
  let out: (Received | FrameError)[] = [];
  // The first frame of the message that has begun: its opcode and RSV1 are those of the message.
  let first: { readonly header: FrameHeader; readonly offset: number } | undefined;

  const takeFrame: FrameTaker = (header, payload, owned, offset) => {
    if (header.opcode > OPCODE.binary) {
      return takeControl(header.opcode, takePayload(header, payload, owned));
    }
    if (!first && header.fin) {
      // The common case, and the fast one: a message of one frame is not copied to be joined.
      if (isPlainText(header)) return takeText(unmasked(header, payload, owned));
      takeBytes(header, takePayload(header, payload, owned), offset);
      return undefined;
    }
    first ??= { header, offset };
    fragments.append(unmasked(header, payload, owned));
    if (!header.fin) return undefined;
    const message = first;
    first = undefined;
    if (!isPlainText(message.header)) {
      takeBytes(message.header, fragments.take(), message.offset);
      return undefined;
    }
    const broken = takeText(fragments.view());
    fragments.clear();
    return broken;
  };

  function takeControl(opcode: number, data: Uint8Array<ArrayBuffer>): FrameRule | undefined {
    if (opcode !== OPCODE.close) {
      out.push({ type: opcode === OPCODE.ping ? 'ping' : 'pong', data });
      return undefined;
    }
    const close = readClosePayload(data);
    if (typeof close === 'string') return close;
    out.push({ type: 'close', ...close });
    return undefined;
  }

  function takeText(data: Uint8Array): FrameRule | undefined {
    const text = decodeUtf8(data);
    if (text === undefined) return 'text-not-utf8';
    out.push({ type: 'text', data: text });
    return undefined;
  }

  function takeBytes(header: FrameHeader, data: Uint8Array<ArrayBuffer>, offset: number): void {
    if (header.rsv === 0) {
      out.push({ type: 'binary', data });
    } else {
      const kind = header.opcode === OPCODE.text ? 'text' : 'binary';
      out.push({ type: 'deflated', kind, data, offset });
    }
  }

  /** The unmasked payload, to be read at once: it may lie in `SCRATCH` or in the caller's chunk. */
  function unmasked(header: FrameHeader, payload: Uint8Array, owned: boolean): Uint8Array {
    const { maskingKey } = header;
    if (maskingKey === undefined) return payload;
    if (owned || payload.length > SCRATCH.length) return takePayload(header, payload, owned);
    SCRATCH.set(payload);
    maskInPlace(SCRATCH, 0, payload.length, maskingKey);
    return SCRATCH.subarray(0, payload.length);
  }

  const push = createFrameReader(options, takeFrame);
  return {
    push(chunk) {
      out = [];
      const error = push(chunk);
      if (error) out.push(error);
      return out;
    },
  };
}

/** Whether the message that starts with this frame is text, and not compressed. */
function isPlainText({ opcode, rsv }: FrameHeader): boolean {
  return opcode === OPCODE.text && rsv === 0;
}
