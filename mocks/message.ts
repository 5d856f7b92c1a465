import { isArrayBuffer, isBlob } from './outgoing-message.ts';
import type { Message, Payload } from './socket-server.ts';

/** Why a value is no message; nothing where it is one. */
export function findFlaw(data: unknown): TypeError | undefined {
  if (typeof data === 'string' || ArrayBuffer.isView(data)) return undefined;
  const isObject = typeof data === 'object' && data !== null;
  if (isObject && (isArrayBuffer(data) || isBlob(data))) return undefined;
  return new TypeError(
    `A message is text, an ArrayBuffer, a view of one, or a Blob, and this is ${describe(data)}. To send it as JSON, send JSON.stringify(…) of it.`,
  );
}

/** @throws {TypeError} for what is no message */
export function checkMessage(data: unknown): void {
  const flaw = findFlaw(data);
  if (flaw) throw flaw;
}

/** What travels: text is well-formed, and bytes are copied, for the sender may change its own. */
export function toPayload(data: Message): Payload | Promise<ArrayBuffer> {
  if (typeof data === 'string') return data.toWellFormed();
  if (data instanceof Blob) return data.arrayBuffer();
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return bytes.slice().buffer;
}

function describe(data: unknown): string {
  if (data === null || data === undefined) return String(data);
  if (Array.isArray(data)) return 'an array';
  if (typeof data !== 'object') return `a ${typeof data}`;
  const { constructor } = data;
  return constructor === Object ? 'an object' : `an object of the class ${constructor.name}`;
}
