import fc from 'fast-check';
import { createMessageDecoder } from '../frame.ts';
import type { DecoderOptions, FrameError, Received } from '../frame.ts';
import { parseHex, toHex } from '../hex.ts';
import type { Outcome } from './ws-receiver.ts';

export { toHex };

/** Bytes from hexadecimal digits; spaces are for the reader. */
export function hex(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = parseHex(digits);
  if (typeof bytes === 'string') throw new Error(bytes);
  return bytes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Cuts bytes at the given places, which are taken modulo the length and may repeat. */
export function slice(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...places].map((from, i) => bytes.subarray(from, places[i] ?? bytes.length));
}

/** Where to cut a stream: nowhere, between all bytes of a short one, or anywhere. */
export const cuts = fc.oneof(
  fc.constant<number[]>([]),
  fc.constant(Array.from({ length: 300 }, (_, i) => i)),
  fc.array(fc.nat({ max: 100_000 }), { maxLength: 12 }),
);

export function decode(
  chunks: readonly Uint8Array[],
  options: DecoderOptions,
): readonly (Received | FrameError)[] {
  const decoder = createMessageDecoder(options);
  return chunks.flatMap((chunk) => decoder.push(chunk));
}

/** What was received, in the form of `receiveWithWs`. */
export function outcome(received: readonly (Received | FrameError)[]): Outcome {
  const events: string[] = [];
  let refusedWith: number | undefined;
  for (const one of received) {
    if (one.type === 'error') refusedWith = one.closeCode;
    else if (one.type === 'close') events.push(`close ${one.code} ${one.reason}`);
    else if (one.type === 'text') events.push(`text ${one.data}`);
    else events.push(`${one.type} ${toHex(one.data)}`);
  }
  return { events, refusedWith };
}
