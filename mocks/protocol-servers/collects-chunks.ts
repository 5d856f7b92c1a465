import { forEachConnection, type Behaviour } from '../behaviour.ts';
import { Later } from '../later.ts';
import { onMessageOf, tell } from './protocol.ts';

export interface CollectOptions {
  /** Milliseconds between the receipt of a chunk and the word that it is there. @default 0 */
  readonly delayMs?: number;
  /** The longest file that is taken; a longer one is answered with `upload-failed`. @default any */
  readonly limitBytes?: number;
  /** The longest message that is taken: after a longer one the connection is closed with 1009. @default any */
  readonly limitMessage?: number;
}

/** A file as far as it has come. */
export interface Collected {
  readonly id: string;
  /** How long the whole of it is. */
  readonly total: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A chunk begins with its offset, as a 64-bit number. */
const HEADER_BYTES = 8;

/**
 * Collects files that come in chunks. `upload` is answered with `upload-at` and how much of that file is
 * there, and so is each chunk. What has come of a file outlives its connection, until `cancel-upload`.
 *
 * @example
 * const inbox = collectsChunks({ limitBytes: 10_000_000 });
 * inbox(server);
 * inbox.files[0]?.bytes;
 */
export function collectsChunks({
  delayMs = 0,
  limitBytes = Infinity,
  limitMessage = Infinity,
}: CollectOptions = {}): Behaviour & { readonly files: readonly Collected[] } {
  const files = new Map<string, Collected>();

  const behaviour = forEachConnection((connection) => {
    const later = new Later();
    /** The file whose chunks come on this connection. */
    let current: string | undefined;
    const say = (id: string, offset: number) => tell(connection, { type: 'upload-at', id, offset });
    const stops = [
      onMessageOf(connection, 'upload', ({ id, bytes: total }) => {
        if (total > limitBytes) {
          tell(connection, {
            type: 'upload-failed',
            id,
            reason: `longer than ${limitBytes} bytes`,
          });
          return;
        }
        current = id;
        const file = files.get(id) ?? { id, total, bytes: new Uint8Array() };
        files.set(id, file);
        say(id, file.bytes.length);
      }),
      onMessageOf(connection, 'cancel-upload', ({ id }) => files.delete(id)),
      connection.onMessage((data) => {
        if (typeof data === 'string' || data.byteLength < HEADER_BYTES) return;
        if (data.byteLength > limitMessage) {
          void connection.close(1009, `longer than ${limitMessage} bytes`);
          return;
        }
        const file = files.get(current ?? '');
        if (!file) return;
        const { id, total, bytes } = file;
        const isNext = new DataView(data).getBigUint64(0) === BigInt(bytes.length);
        const chunk = isNext ? new Uint8Array(data, HEADER_BYTES) : new Uint8Array();
        const grown = new Uint8Array(Math.min(bytes.length + chunk.length, total));
        grown.set(bytes);
        grown.set(chunk.subarray(0, grown.length - bytes.length), bytes.length);
        files.set(id, { id, total, bytes: grown });
        later.run(delayMs, () => say(id, grown.length));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      later.callOff();
    };
  });

  return Object.defineProperty(behaviour as Behaviour & { files: readonly Collected[] }, 'files', {
    get: () => [...files.values()],
  });
}
