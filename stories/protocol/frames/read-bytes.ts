import {
  createFrameDecoder,
  createInflatingDecoder,
  createMessageDecoder,
} from '../../../src/protocol/frame.ts';
import type { FrameError, Received } from '../../../src/protocol/frame.ts';
import type { Wire } from './message.ts';

/** `cut`: more bytes must follow. `ignored`: it comes after what ended the conversation. */
export type FrameState = 'complete' | 'cut' | 'refused' | 'ignored';

/** One frame in the bytes, for a reader. */
export interface ReadFrame {
  /** Bytes before it. */
  readonly offset: number;
  /** As much of it as is there. */
  readonly bytes: Uint8Array;
  readonly state: FrameState;
}

export interface Reading {
  readonly frames: readonly ReadFrame[];
  /** What the endpoint has received; an error comes last. */
  readonly received: readonly (Received | FrameError)[];
}

/** Reads bytes as the endpoint at the other side of the wire does, and shows each frame. */
export async function readBytes(bytes: Uint8Array, { sender, deflate }: Wire): Promise<Reading> {
  const role = sender === 'client' ? 'server' : 'client';
  const messages = deflate ? createInflatingDecoder({ role }) : createMessageDecoder({ role });
  const received = await messages.push(bytes);
  const last = received.at(-1);
  const starts: number[] = [];
  let end = 0;
  for (const one of createFrameDecoder({ role, permessageDeflate: deflate }).push(bytes)) {
    if (one.type === 'error') break;
    starts.push(one.offset);
    end = one.offset + one.header.headerLength + one.header.payloadLength;
  }
  if (end < bytes.length) starts.push(end);

  function stateOf(offset: number): FrameState {
    if (last?.type === 'error' && offset >= last.offset) {
      return offset === last.offset ? 'refused' : 'ignored';
    }
    if (offset < end) return 'complete';
    return last?.type === 'close' ? 'ignored' : 'cut';
  }

  const frames = starts.map((offset, i) => ({
    offset,
    bytes: bytes.subarray(offset, starts[i + 1]),
    state: stateOf(offset),
  }));
  return { frames, received };
}
