import type { RecordedMessage, RecordedSocket } from '../../src/protocol/har/recording.ts';
import { toBase64 } from '../../src/protocol/base64.ts';
import type { Payload } from '../socket-server.ts';

/** Something that the page did, and the recorded one did not; or the other way round. */
export interface Difference {
  readonly what:
    | 'another message'
    | 'one message more'
    | 'no message'
    | 'an early end'
    | 'one connection more'
    | 'no connection';
  /** Which socket of the recording, from 1; of a connection more, which connection. */
  readonly socket: number;
  /** Which of the messages that the page sent on it, from 1. */
  readonly message?: number;
  /** The beginning of what was recorded, and of what the page has sent. */
  readonly recorded?: string;
  readonly sent?: string;
}

const SHOWN_CHARACTERS = 200;

export function isSame({ kind, data, cutAt }: RecordedMessage, sent: Payload): boolean {
  if (kind === 'text') {
    if (typeof sent !== 'string') return false;
    return cutAt === undefined ? sent === data : sent.slice(0, cutAt) === data;
  }
  if (typeof sent === 'string') return false;
  return toBase64(new Uint8Array(cutAt === undefined ? sent : sent.slice(0, cutAt))) === data;
}

export function describeRecorded({ kind, data }: RecordedMessage): string {
  const text = data.slice(0, SHOWN_CHARACTERS);
  return kind === 'text' ? text : `binary, base64 ${text}`;
}

export function describeSent(sent: Payload): string {
  if (typeof sent === 'string') return sent.slice(0, SHOWN_CHARACTERS);
  const bytes = new Uint8Array(sent.slice(0, SHOWN_CHARACTERS));
  return `binary, base64 ${toBase64(bytes).slice(0, SHOWN_CHARACTERS)}`;
}

/** The first of these that no connection has taken, by how the URL ends where the page says more than its server's. */
export function chooseSocket(
  sockets: readonly RecordedSocket[],
  isTaken: (index: number) => boolean,
  ending: string,
): number | undefined {
  const free = sockets.flatMap((socket, index) => (isTaken(index) ? [] : [{ socket, index }]));
  const alike = free.find(({ socket }) => ending !== '' && socket.url.endsWith(ending));
  return (alike ?? free[0])?.index;
}
