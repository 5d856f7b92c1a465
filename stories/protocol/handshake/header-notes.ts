/** Why each header is there, in one sentence. Names in lower case, as they mean the same in any. */
const REQUEST_NOTES: Readonly<Record<string, string>> = {
  host: 'The host, and its port when it is not 80 or 443: one address can serve many names.',
  connection: 'Upgrade belongs to this hop only, so a proxy must not pass it on unread.',
  pragma: 'For HTTP/1.0 caches: do not answer from a store.',
  'cache-control': 'Do not answer from a store: each handshake is new.',
  'user-agent': 'Which browser this is. The handshake does not use it.',
  upgrade: 'The protocol to change to on this connection.',
  origin: 'Where the page comes from. No script can change it, so a server can refuse strangers.',
  'sec-websocket-version': 'RFC 6455 is version 13; the numbers before it were drafts.',
  'accept-encoding': 'How a page could be compressed. Sent with every request, not used here.',
  'accept-language': 'What the user reads. Sent with every request, not used here.',
  'sec-websocket-key':
    '16 random bytes in base64. No secret and no login: the server proves by it that it understood.',
  'sec-websocket-extensions': 'Extensions offered: here, to compress each message (RFC 7692).',
  'sec-websocket-protocol':
    'Subprotocols offered: the second argument of new WebSocket, the preferred one first.',
  cookie: 'Sent as with any request to this host: the usual way to know who asks.',
};

const RESPONSE_NOTES: Readonly<Record<string, string>> = {
  upgrade: 'With 101, what is spoken on this connection from here on; with 426, what to ask for.',
  connection: 'Upgrade is for this hop; close ends the connection.',
  'sec-websocket-accept':
    'Made from the key, so it comes from a server that knows WebSocket, and from no cache.',
  'sec-websocket-protocol': 'The one subprotocol chosen. The page reads it as socket.protocol.',
  'sec-websocket-version': 'The version that would have been right.',
  'content-length': 'No body follows. A page could not read it anyway.',
};

/** @param side whose head the header stands in */
export function noteFor(side: 'request' | 'response', name: string): string {
  const notes = side === 'request' ? REQUEST_NOTES : RESPONSE_NOTES;
  return notes[name.toLowerCase()] ?? 'Not part of the handshake.';
}
