import { fromBase64 } from '../../../src/protocol/base64.ts';
import { describeCloseCode } from '../../../src/protocol/close-code.ts';
import { createMessageDecoder } from '../../../src/protocol/frame.ts';
import type { FrameError, Received } from '../../../src/protocol/frame.ts';
import type { Heard } from '../../../src/protocol/testing/tls-capture.ts';
import { readClientHello, readTlsRecords } from '../../../src/protocol/tls.ts';
import type { TlsRecord } from '../../../src/protocol/tls.ts';

type Side = 'client' | 'server';

/** Bytes that passed at once, and what someone on the way makes of them. */
export interface Overheard {
  readonly from: Side;
  /** Since the connection was opened. */
  readonly ms: number;
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
}

export interface Part {
  /** What anyone sees that it is: `text message`, `application_data, 37 bytes`. */
  readonly kind: string;
  /** What it says of the conversation, when that can be read and is anything. */
  readonly readable?: string;
  readonly isEncrypted: boolean;
}

/** Takes the next bytes of one direction. */
type Listener = (bytes: Uint8Array) => readonly Part[];

const HANDSHAKE_RECORD = 22;
const END_OF_HEAD = '\r\n\r\n';

/** What a proxy or a listener on the way reads: no one has given it a key. */
export function overhear({ passed }: Heard): readonly Overheard[] {
  const heard = passed.map((one) => ({ ...one, bytes: fromBase64(one.bytes) }));
  const listeners = { client: listen('client'), server: listen('server') };
  return heard.map((one) => ({ ...one, parts: listeners[one.from](one.bytes) }));

  function listen(side: Side): Listener {
    const all = heard.filter(({ from }) => from === side).flatMap(({ bytes }) => [...bytes]);
    return all[0] === HANDSHAKE_RECORD ? listenToTls(Uint8Array.from(all)) : listenToTcp(side);
  }
}

/** An HTTP head first, then frames. A mask hides nothing: its key stands before what it masks. */
function listenToTcp(from: Side): Listener {
  const frames = createMessageDecoder({ role: from === 'client' ? 'server' : 'client' });
  let isHeadRead = false;
  return (bytes) => {
    if (isHeadRead) return frames.push(bytes).map(describeReceived);
    isHeadRead = true;
    // Latin-1: a character for each byte.
    const text = new TextDecoder('latin1').decode(bytes);
    const end = text.indexOf(END_OF_HEAD);
    const kind = from === 'client' ? 'request' : 'response';
    const head = { kind, readable: text.slice(0, end), isEncrypted: false };
    const rest = bytes.subarray(end + END_OF_HEAD.length);
    return [head, ...frames.push(rest).map(describeReceived)];
  };
}

function describeReceived(one: Received | FrameError): Part {
  const isEncrypted = false;
  if (one.type === 'text') return { kind: 'text message', readable: one.data, isEncrypted };
  if (one.type !== 'close') return { kind: one.type, isEncrypted };
  const readable = `${one.code} ${describeCloseCode(one.code).name}`;
  return { kind: one.type, readable, isEncrypted };
}

/** @param all of one direction: a record may come in pieces, and is heard with its last one */
function listenToTls(all: Uint8Array): Listener {
  const records = readTlsRecords(all);
  let heard = 0;
  return ({ length }) => {
    const before = heard;
    heard += length;
    return records
      .filter(({ end }) => end > before && end <= heard)
      .map((record) => describeRecord(record));
  };
}

function describeRecord({ type, fragment }: TlsRecord): Part {
  const kind = `${type ?? 'unknown record'}, ${fragment.length.toLocaleString('en')} bytes`;
  // What is sent before there are keys has another type (RFC 8446 §5.2).
  const isEncrypted = type === 'application_data';
  const hello = type === 'handshake' ? readClientHello(fragment) : undefined;
  if (!hello) return { kind, isEncrypted };
  const { serverName = 'no name', protocols } = hello;
  const readable = `Host name: ${serverName}\nTo speak inside: ${protocols.join(', ')}`;
  return { kind: `${kind}: ClientHello`, readable, isEncrypted };
}
