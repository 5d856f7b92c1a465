import type { DecoderOptions } from './frame-reader.ts';
import { frameError } from './frame-rules.ts';
import type { FrameError } from './frame-rules.ts';
import { createPlatformInflater } from './inflate.ts';
import type { Inflater } from './inflate.ts';
import { createMessageDecoder } from './message-decoder.ts';
import type { DeflatedMessage, Received } from './message-decoder.ts';
import { decodeUtf8 } from './utf8.ts';

export type Inflated = Exclude<Received, DeflatedMessage>;

export interface InflatingOptions extends Omit<DecoderOptions, 'permessageDeflate'> {
  /**
   * @default the platform's, with context takeover: right for a sender without it, too
   */
  readonly inflater?: Inflater;
}

export interface InflatingDecoder {
  /**
   * Takes the next bytes of the stream. It may be called again before it has resolved: calls are
   * answered in their order. Never rejects.
   */
  push(chunk: Uint8Array): Promise<readonly (Inflated | FrameError)[]>;
}

/** A message decoder for a connection on which permessage-deflate was agreed (RFC 7692 §7.2.2). */
export function createInflatingDecoder(options: InflatingOptions): InflatingDecoder {
  const { inflater = createPlatformInflater(true), maxMessageBytes = 100 * 1024 * 1024 } = options;
  const decoder = createMessageDecoder({ ...options, maxMessageBytes, permessageDeflate: true });
  let failed = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function inflateAll(
    received: readonly (Received | FrameError)[],
  ): Promise<readonly (Inflated | FrameError)[]> {
    const out: (Inflated | FrameError)[] = [];
    for (const one of received) {
      if (failed) break;
      const inflated = one.type === 'deflated' ? await inflateOne(one) : one;
      out.push(inflated);
      failed = inflated.type === 'error';
    }
    return out;
  }

  async function inflateOne({
    kind,
    data,
    offset,
  }: DeflatedMessage): Promise<Inflated | FrameError> {
    const message = await inflater.inflate(data, maxMessageBytes);
    if (typeof message === 'string') return frameError(message, offset);
    if (kind === 'binary') return { type: 'binary', data: message };
    const text = decodeUtf8(message);
    return text === undefined ? frameError('text-not-utf8', offset) : { type: 'text', data: text };
  }

  return {
    push(chunk) {
      // At once: the chunk is the caller's again when this returns.
      const received = decoder.push(chunk);
      const result = turn.then(() => inflateAll(received));
      turn = result;
      return result;
    },
  };
}
