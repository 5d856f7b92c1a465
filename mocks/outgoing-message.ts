import { failure, toUSVString } from './web-idl.ts';

/** What `send` takes a snapshot of: text, bytes, or a Blob that is still to be read. */
export type OutgoingMessage = string | ArrayBuffer | Blob;

/**
 * `(BufferSource or Blob or USVString)`, by what a value is and not by its prototype: objects of
 * another document count, and what only looks like one is made text. Bytes are copied, for the page
 * may change its own. https://websockets.spec.whatwg.org/#dom-websocket-send
 * @throws {TypeError} for a symbol, and for bytes that are shared or resizable
 */
export function toOutgoingMessage(data: unknown): OutgoingMessage {
  if (typeof data === 'object' && data !== null) {
    if (ArrayBuffer.isView(data)) {
      refuseUnsteady(data.buffer, 'ArrayBufferView');
      return copy(data.buffer, data.byteOffset, data.byteLength);
    }
    if (isArrayBuffer(data)) {
      refuseUnsteady(data, 'ArrayBuffer');
      return copy(data, 0, data.byteLength);
    }
    if (isSharedMemory(data)) {
      throw new TypeError(failure('send', "parameter 1 is not of type 'ArrayBuffer'."));
    }
    if (isBlob(data)) return data instanceof Blob ? data : new Blob([data]);
  }
  return toUSVString(data, 'send');
}

/** A detached buffer has no bytes, and is no error. */
function copy(buffer: ArrayBufferLike, byteOffset: number, byteLength: number): ArrayBuffer {
  if (byteLength === 0) return new ArrayBuffer(0);
  return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
}

/** Neither type is `[AllowShared]` or `[AllowResizable]`. */
function refuseUnsteady(buffer: ArrayBufferLike, type: 'ArrayBuffer' | 'ArrayBufferView'): void {
  const flaw = !isArrayBuffer(buffer) ? 'shared' : buffer.resizable ? 'resizable' : undefined;
  if (flaw) throw new TypeError(failure('send', `The provided ${type} value must not be ${flaw}.`));
}

/** A page that is not isolated has no `SharedArrayBuffer` to ask, but `WebAssembly.Memory` has. */
function isSharedMemory(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object SharedArrayBuffer]';
}

export const isArrayBuffer = hasGetter(ArrayBuffer.prototype, 'byteLength');
export const isBlob = hasGetter(Blob.prototype, 'size');

/** Whether a getter of `prototype` applies: only to what was made by that class, in any document. */
function hasGetter<T extends object>(prototype: T, key: keyof T): (value: object) => value is T {
  return (value): value is T => {
    try {
      Reflect.get(prototype, key, value);
      return true;
    } catch {
      return false;
    }
  };
}
