/**
 * The part of TLS that anyone on the way can read: the heads of its records (RFC 8446 §5.1), and the
 * ClientHello, which is sent before there is a key (§4.1.2).
 */

export type TlsContentType = 'change_cipher_spec' | 'alert' | 'handshake' | 'application_data';

export interface TlsRecord {
  /** As its first byte says it. In TLS 1.3 all that is encrypted says `application_data` (§5.2). */
  readonly type: TlsContentType | undefined;
  /** Where it starts: bytes from the first byte of the stream. */
  readonly offset: number;
  /** Where the next one starts. */
  readonly end: number;
  /** What follows its 5 bytes of head; shorter than promised at the end of a stream that was cut. */
  readonly fragment: Uint8Array;
}

const HEAD_BYTES = 5;
const CONTENT_TYPES: Readonly<Record<number, TlsContentType>> = {
  20: 'change_cipher_spec',
  21: 'alert',
  22: 'handshake',
  23: 'application_data',
};

/**
 * Cuts one direction of a connection into records. Nothing is checked: bytes that are not TLS give
 * nonsense.
 */
export function readTlsRecords(stream: Uint8Array): readonly TlsRecord[] {
  const records: TlsRecord[] = [];
  for (let offset = 0; offset + HEAD_BYTES <= stream.length;) {
    const start = offset + HEAD_BYTES;
    const end = start + readUint(stream, start - 2, 2);
    const type = CONTENT_TYPES[stream[offset] ?? -1];
    records.push({ type, offset, end, fragment: stream.subarray(start, end) });
    offset = end;
  }
  return records;
}

export interface ClientHello {
  /** The host name that the client asks for (RFC 6066 §3). */
  readonly serverName: string | undefined;
  /** The protocols that it offers to speak inside (RFC 7301 §3.1), such as `http/1.1`. */
  readonly protocols: readonly string[];
}

const CLIENT_HELLO = 1;
const EXTENSION = { serverName: 0, protocols: 16 } as const;

/**
 * Reads a ClientHello that lies in one record, as those of browsers do.
 *
 * @returns `undefined` when the fragment starts with another message
 */
export function readClientHello(fragment: Uint8Array): ClientHello | undefined {
  if (fragment[0] !== CLIENT_HELLO) return undefined;
  // Behind the message's head (4), the version (2) and the random bytes (32).
  let rest = fragment.subarray(38);
  // The session's id, the cipher suites, the compression methods.
  for (const lengthBytes of [1, 2, 1]) [, rest] = readVector(rest, lengthBytes);
  let [extensions] = readVector(rest, 2);
  let serverName: string | undefined;
  let protocols: readonly string[] = [];
  while (extensions.length >= 4) {
    const type = readUint(extensions, 0, 2);
    const [data, others] = readVector(extensions.subarray(2), 2);
    // Each is a list; of names there is one, behind a byte that says that it is a host's.
    const [list] = readVector(data, 2);
    if (type === EXTENSION.serverName) serverName = ascii(readVector(list.subarray(1), 2)[0]);
    if (type === EXTENSION.protocols) protocols = readNames(list);
    extensions = others;
  }
  return { serverName, protocols };
}

function readNames(list: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let rest = list; rest.length > 0;) {
    const [name, others] = readVector(rest, 1);
    names.push(ascii(name));
    rest = others;
  }
  return names;
}

/** A vector with its length before it (RFC 8446 §3.4), and what follows it. */
function readVector(
  bytes: Uint8Array,
  lengthBytes: number,
): readonly [vector: Uint8Array, rest: Uint8Array] {
  const end = lengthBytes + readUint(bytes, 0, lengthBytes);
  return [bytes.subarray(lengthBytes, end), bytes.subarray(end)];
}

/** An unsigned number, its highest byte first; bytes that are missing count as 0. */
function readUint(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = at; i < at + size; i++) value = value * 256 + (bytes[i] ?? 0);
  return value;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
