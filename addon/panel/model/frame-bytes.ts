import { encodeBinary, encodeClose, encodeText } from '../../../src/protocol/frame.ts';
import { fromBase64 } from '../../../src/protocol/base64.ts';
import type { SocketEvent } from './socket-event.ts';

/** A page masks each frame by a new random key, which no page can see; this one is of RFC 6455 §5.7. */
export const EXAMPLE_KEY = 0x37fa213d;

/**
 * The frame that carries an event over a network, without extensions (RFC 6455 §5.2). None for what
 * travels in no frame, or was not kept whole.
 */
export function frameOf(event: SocketEvent): Uint8Array | undefined {
  if (event.type === 'close') {
    const { code, reason, wasClean } = event;
    if (!wasClean) return undefined;
    return code === 1005 ? encodeClose() : encodeClose(code, reason);
  }
  if (event.type !== 'message' || !event.content || event.cutAt !== undefined) return undefined;
  const key = event.direction === 'out' ? () => EXAMPLE_KEY : undefined;
  const { content } = event;
  return content.kind === 'text'
    ? encodeText(content.text, key)
    : encodeBinary(fromBase64(content.base64), key);
}
