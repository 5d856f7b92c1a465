import { toBase64 } from '../../../src/protocol/base64.ts';
import type { MessageData } from '../../../mocks/ledger.ts';
import type { Content } from '../model/socket-event.ts';

/** What is carried of one message, in bytes or characters. More would hold up both pages. */
export const CONTENT_LIMIT = 2 ** 20;

interface Carried {
  readonly content: Content;
  readonly cutAt?: number;
}

/** At once where that can be, so that no one changes the bytes meanwhile; a Blob is read. */
export function toContent(data: MessageData): Carried | Promise<Carried> {
  if (typeof data === 'string') {
    const text = data.slice(0, CONTENT_LIMIT);
    return withCut({ kind: 'text', text }, data.length);
  }
  if (data instanceof Blob) {
    return data
      .slice(0, CONTENT_LIMIT)
      .arrayBuffer()
      .then((buffer) => withCut(toBinary(buffer), data.size));
  }
  return withCut(toBinary(data.slice(0, CONTENT_LIMIT)), data.byteLength);
}

function toBinary(buffer: ArrayBuffer): Content {
  return { kind: 'binary', base64: toBase64(new Uint8Array(buffer)) };
}

function withCut(content: Content, length: number): Carried {
  return length > CONTENT_LIMIT ? { content, cutAt: CONTENT_LIMIT } : { content };
}
