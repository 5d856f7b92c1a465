import { useEffect, useState } from 'react';
import { parseHex } from '../../../src/protocol/hex.ts';
import { encodeMessage } from './message.ts';
import type { Message, Wire } from './message.ts';
import { readBytes } from './read-bytes.ts';
import type { Reading } from './read-bytes.ts';

export type Outcome =
  | { readonly bytes: Uint8Array; readonly reading: Reading }
  /** Why there is nothing to read, as a sentence. */
  | { readonly problem: string };

async function bytesOf(
  message: Message,
  wire: Wire,
  makeKey: () => number,
): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    const frames = await encodeMessage(message, wire, makeKey);
    return new Uint8Array(await new Blob([...frames]).arrayBuffer());
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

async function read(source: Message | string, wire: Wire, makeKey: () => number): Promise<Outcome> {
  const bytes =
    typeof source === 'string' ? parseHex(source) : await bytesOf(source, wire, makeKey);
  if (typeof bytes === 'string') return { problem: bytes };
  return { bytes, reading: await readBytes(bytes, wire) };
}

/**
 * What the other side reads of a message, or of bytes that a person has written as hexadecimal
 * digits. Compression takes a moment: until it is done the last outcome stays.
 */
export function useReading(
  source: Message | string,
  wire: Wire,
  makeKey: () => number,
): Outcome | undefined {
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    let isCurrent = true;
    void read(source, wire, makeKey).then((next) => {
      if (isCurrent) setOutcome(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [source, wire, makeKey]);
  return outcome;
}
