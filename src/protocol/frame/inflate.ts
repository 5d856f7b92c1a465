import type { FrameRule } from './frame-rules.ts';

/**
 * Takes permessage-deflate off the messages of one direction, one after the other (RFC 7692 §7.2.2).
 * A place to plug another library in.
 */
export interface Inflater {
  /**
   * @param payload of all frames of one message, without the tail that the sender cut off
   * @param maxBytes how large the message may become: beyond that, inflation must stop
   * @returns the message, or the rule that it breaks; never rejects
   */
  inflate(payload: Uint8Array, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | FrameRule>;
}

/** What a sender cuts off its message, and the receiver puts back (RFC 7692 §7.2.1, §7.2.2). */
const SYNC_TAIL = Uint8Array.of(0x00, 0x00, 0xff, 0xff);
/** An empty last block: `DecompressionStream` takes only a stream that ends. */
const LAST_BLOCK = Uint8Array.of(0x03, 0x00);
const NOTHING = new Uint8Array(0);
const WINDOW_BYTES = 32_768;
// DEFLATE grows data by 1,032 at most: so much input is a few MiB of output before a limit is seen.
const SLICE_BYTES = 4096;

/**
 * An inflater that needs nothing but the platform's `DecompressionStream`.
 *
 * The platform's stream must end with each message, and so forgets what came before. With context
 * takeover (RFC 7692 §7.1.1) a message may point back into earlier ones: their last 32 KiB go in
 * front of it as a stored block, which leaves the same window behind.
 *
 * @param contextTakeover false when the sender agreed to `…_no_context_takeover`
 */
export function createPlatformInflater(contextTakeover: boolean): Inflater {
  let window = NOTHING;
  return {
    async inflate(payload, maxBytes) {
      const inputs = [...storedBlock(window), payload, SYNC_TAIL, LAST_BLOCK];
      let output = await run(inputs, window.length + maxBytes);
      if (output === 'deflate-broken') {
        // A sender may end its DEFLATE stream with the message and add one zero byte (§7.2.3.4).
        const last = payload.at(-1) === 0 ? payload.subarray(0, -1) : payload;
        const ended = await run([...storedBlock(window), last], window.length + maxBytes);
        if (typeof ended !== 'string') output = ended;
      }
      if (typeof output === 'string') return output;
      const message = output.slice(window.length);
      if (contextTakeover) window = output.slice(-WINDOW_BYTES);
      return message;
    },
  };
}

/** Data as a DEFLATE block without compression (RFC 1951 §3.2.4); nothing for no data. */
function storedBlock(data: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const { length } = data;
  if (length === 0) return [];
  const low = length & 0xff;
  const high = length >> 8;
  return [Uint8Array.of(0, low, high, low ^ 0xff, high ^ 0xff), data];
}

async function run(
  inputs: readonly Uint8Array[],
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | 'deflate-broken' | 'message-too-big'> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  // Its failure is the reader's too, and is handled there.
  const written = writeAll(writer, inputs).catch(() => undefined);
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > maxBytes) {
        await reader.cancel().catch(() => undefined);
        return 'message-too-big';
      }
      parts.push(value);
    }
  } catch {
    return 'deflate-broken';
  } finally {
    await written;
  }
  const output = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    output.set(part, at);
    at += part.length;
  }
  return output;
}

async function writeAll(
  writer: WritableStreamDefaultWriter<BufferSource>,
  inputs: readonly Uint8Array[],
): Promise<void> {
  for (const input of inputs) {
    for (let at = 0; at < input.length; at += SLICE_BYTES) {
      // A copy: the stream must not see later changes of the caller's memory.
      await writer.write(new Uint8Array(input.subarray(at, at + SLICE_BYTES)));
    }
  }
  await writer.close();
}
