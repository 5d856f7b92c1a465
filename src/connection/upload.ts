import { readJson } from './read-json.ts';

export interface Progress {
  /** How many bytes the server has. */
  readonly acknowledged: number;
  /** How many bytes were given to the socket: they may never arrive. */
  readonly sent: number;
  readonly total: number;
}

export interface UploadOptions {
  /** Sends where the socket is open. Returns whether it was. */
  readonly send: (data: string | ArrayBuffer) => boolean;
  readonly onProgress: (progress: Progress) => void;
  /** How long a chunk is, in bytes. @default 65_536 */
  readonly chunkBytes?: number | undefined;
  /** How many bytes may be on the way: read, sent, and not acknowledged. @default 262_144 */
  readonly windowBytes?: number | undefined;
}

export interface Upload {
  /** Fulfilled when the server has all of it. Rejects with the reason of `fail`. */
  readonly done: Promise<void>;
  /** There is a connection: asks the server how much it has. */
  readonly opened: () => void;
  /** The connection has ended. What was on the way may be lost. */
  readonly ended: () => void;
  /** Takes a message of the server. Returns whether it was about this upload. */
  readonly heard: (data: unknown) => boolean;
  /** Sends nothing more, and lets the server forget it. */
  readonly fail: (reason: Error) => void;
}

/** Each chunk begins with its offset in the file, as a 64-bit number. */
const HEADER_BYTES = 8;

/** Sends a file in chunks, over one connection after the other: behind what the server has. */
export function createUpload(file: Blob, options: UploadOptions): Upload {
  const { send, onProgress, chunkBytes = 65_536, windowBytes = 262_144 } = options;
  const id = crypto.randomUUID();
  let acknowledged = 0;
  let sent = 0;
  /** Of the connection on which the server has said how much it has: each has an object of its own. */
  let turn: object | undefined;
  let isReading = false;
  let isOver = false;
  let settle: (reason?: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (reason) => {
      isOver = true;
      turn = undefined;
      if (reason) reject(reason);
      else resolve();
    };
  });

  const tell = (type: string) => send(JSON.stringify({ type, id, bytes: file.size }));

  /** The next chunk that there is room for in the window. */
  async function read(): Promise<ArrayBuffer> {
    const end = Math.min(sent + chunkBytes, acknowledged + windowBytes);
    const bytes = await file.slice(sent, end).arrayBuffer();
    const chunk = new Uint8Array(HEADER_BYTES + bytes.byteLength);
    new DataView(chunk.buffer).setBigUint64(0, BigInt(sent));
    chunk.set(new Uint8Array(bytes), HEADER_BYTES);
    return chunk.buffer;
  }

  async function fill() {
    if (isReading) return;
    isReading = true;
    while (turn && sent < Math.min(file.size, acknowledged + windowBytes)) {
      const own = turn;
      const chunk = await read();
      // While it was read, the connection may have ended, or the upload.
      if (turn === own && !send(chunk)) turn = undefined;
      if (turn !== own) continue;
      sent += chunk.byteLength - HEADER_BYTES;
      onProgress({ acknowledged, sent, total: file.size });
    }
    isReading = false;
  }

  function has(offset: number) {
    acknowledged = offset;
    // On another connection, what was on the way is sent again.
    if (!turn) sent = offset;
    turn ??= {};
    onProgress({ acknowledged, sent, total: file.size });
    if (acknowledged === file.size) settle();
    else fill().catch((error: unknown) => fail(error as Error));
  }

  function fail(reason: Error) {
    if (isOver) return;
    tell('cancel-upload');
    settle(reason);
  }

  return {
    done,
    fail,
    opened() {
      if (!isOver) tell('upload');
    },
    ended() {
      turn = undefined;
    },
    heard(data) {
      const { type, id: about, offset, reason } = readJson(data);
      if (about !== id) return false;
      if (type === 'upload-failed') settle(new Error(String(reason)));
      else if (type === 'upload-at' && typeof offset === 'number' && !isOver) has(offset);
      return true;
    },
  };
}
