import { describeCloseCode } from '../../../src/protocol/close-code.ts';
import { fromBase64 } from '../../../src/protocol/base64.ts';
import { toAscii } from '../../../src/protocol/hex-dump.ts';
import type { SocketEvent } from './socket-event.ts';

export type Direction = 'in' | 'out';
export type Kind = 'text' | 'binary' | 'connection';

/** Which way it went: `in` is towards the page. Some happen at the page itself. */
export function directionOf(event: SocketEvent): Direction | undefined {
  if (event.type === 'message') return event.direction;
  if (event.type === 'made') return 'out';
  return event.type === 'open' || event.type === 'close' ? 'in' : undefined;
}

export function kindOf(event: SocketEvent): Kind | undefined {
  if (event.type !== 'message') return 'connection';
  return event.content?.kind;
}

/** The word in the timeline's column of types. */
export function typeOf(event: SocketEvent): string {
  switch (event.type) {
    case 'message':
      return event.content?.kind ?? 'message';
    case 'state':
      return event.state;
    case 'made':
      return 'connect';
    default:
      return event.type;
  }
}

const contents = new WeakMap<SocketEvent, string>();

/** Its content in one line, whole: what is shown of it, and searched. */
export function contentOf(event: SocketEvent): string {
  const known = contents.get(event);
  if (known !== undefined) return known;
  const words = inWords(event);
  // The words of a text message are the message itself.
  if (event.type === 'message' && event.content?.kind === 'binary') contents.set(event, words);
  return words;
}

function inWords(event: SocketEvent): string {
  switch (event.type) {
    case 'made':
      return [event.url, ...event.protocols].join(' ');
    case 'message':
      if (!event.content) return 'not kept: its Blob could not be read';
      return event.content.kind === 'text'
        ? event.content.text
        : toAscii(fromBase64(event.content.base64));
    case 'close': {
      const { code, reason, wasClean } = event;
      const words = [code, describeCloseCode(code).name, reason, wasClean ? '' : 'not clean'];
      return words.filter((word) => word !== '').join(' · ');
    }
    case 'state':
      return 'the closing handshake has begun';
    case 'open':
      return 'the handshake is done';
    case 'error':
      return 'the connection has failed';
    case 'discarded':
      return 'WebSocket is already in CLOSING or CLOSED state.';
  }
}

/** `1.234 s` */
export function formatSeconds(ms: number): string {
  return `${(ms / 1_000).toFixed(3)} s`;
}

/** `999 B`, `1.5 KiB`, `2.0 MiB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_024 ** 2) return `${(bytes / 1_024).toFixed(1)} KiB`;
  return `${(bytes / 1_024 ** 2).toFixed(1)} MiB`;
}
