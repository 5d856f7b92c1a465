import type { IncomingMessage } from 'node:http';
import type { Header, RequestHead } from '../../src/protocol/handshake.ts';

/** A page may not read these of itself, so a server must not tell them to it. */
const SECRET = /^(cookie|authorization)$/i;

/** The head of a request as it came: headers in the order and the spelling of the wire. */
export function requestHeadOf({
  method = '',
  url = '',
  httpVersion,
  rawHeaders,
}: IncomingMessage): RequestHead {
  const headers: Header[] = [];
  // Node gives names and values in one list, by turns.
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    headers.push([name, SECRET.test(name) ? '(hidden)' : value]);
  }
  return { method, target: url, httpVersion, headers };
}
