/**
 * The status codes of a Close frame: what each one says, who may send it, and what a client should
 * do when it arrives.
 *
 * Sources: RFC 6455 §7.4.1 (defined codes), §7.4.2 (ranges), and IANA's "WebSocket Close Code
 * Number Registry", https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number.
 * The registry names 3000, 3003 and 3008 and says no more; they are described, as the likes of HTTP's
 * 401, 403 and 408, at https://github.com/Luka967/websocket-close-codes.
 */

/**
 * Who may put the code in a Close frame. `endpoint` is either side; `none` is a code that never
 * travels: an API reports it, or it is not a code at all.
 */
export type CloseCodeSender = 'endpoint' | 'client' | 'server' | 'none';

export interface CloseCode {
  /** The number as a Close frame carries it: an unsigned 16-bit integer. */
  readonly code: number;
  /** The registered name, in a few words. */
  readonly name: string;
  /** What it says, in one sentence. */
  readonly meaning: string;
  readonly sender: CloseCodeSender;
  /** What a client should do when its socket closes with this code, in one sentence. */
  readonly next: string;
  /** Where this is written down. */
  readonly source: string;
}

const RFC = 'RFC 6455 §7.4.1';
const IANA = 'IANA WebSocket Close Code Number Registry';

/** Every code with an entry of its own, in ascending order. For ranges: `CLOSE_CODE_RANGES`. */
export const CLOSE_CODES: readonly CloseCode[] = [
  {
    code: 1000,
    name: 'Normal Closure',
    meaning: 'The connection has done what it was opened for.',
    sender: 'endpoint',
    next: 'Stop: do not reconnect unless the user asks for it.',
    source: RFC,
  },
  {
    code: 1001,
    name: 'Going Away',
    meaning: 'The server is shutting down, or the user has left the page.',
    sender: 'endpoint',
    next: 'Retry with back-off: another server, or the same one restarted, will take over.',
    source: RFC,
  },
  {
    code: 1002,
    name: 'Protocol Error',
    meaning: 'The other side sent bytes that break the WebSocket protocol.',
    sender: 'endpoint',
    next: 'Retry once at most and report it: one of the two implementations, or a proxy, is wrong.',
    source: RFC,
  },
  {
    code: 1003,
    name: 'Unsupported Data',
    meaning: 'The other side sent a type of data that this endpoint cannot accept, such as binary.',
    sender: 'endpoint',
    next: 'Stop, and fix the sender: the same message would be refused again.',
    source: RFC,
  },
  {
    code: 1004,
    name: 'Reserved',
    meaning: 'Reserved: it has no meaning yet.',
    sender: 'none',
    next: 'Treat it as a protocol error of the other side.',
    source: RFC,
  },
  {
    code: 1005,
    name: 'No Status Received',
    meaning: 'The Close frame carried no code; the API reports this number in its place.',
    sender: 'none',
    next: 'Treat it as a normal closure, unless your server always gives a code.',
    source: RFC,
  },
  {
    code: 1006,
    name: 'Abnormal Closure',
    meaning: 'The connection ended without a Close frame, or it could never be opened.',
    sender: 'none',
    next: 'Retry with back-off: network, proxy or server failed, and a browser does not say which.',
    source: RFC,
  },
  {
    code: 1007,
    name: 'Invalid Payload Data',
    meaning: 'A message did not match its type, such as text that is not UTF-8.',
    sender: 'endpoint',
    next: 'Stop, and fix the sender: the same message would be refused again.',
    source: RFC,
  },
  {
    code: 1008,
    name: 'Policy Violation',
    meaning: 'A message, or the client itself, breaks a rule of the endpoint that sends this.',
    sender: 'endpoint',
    next: 'Do not retry unchanged: many servers say this for a missing or expired login.',
    source: RFC,
  },
  {
    code: 1009,
    name: 'Message Too Big',
    meaning: 'A message is larger than this endpoint is ready to take.',
    sender: 'endpoint',
    next: 'Reconnect, then send less at a time: the same message would be refused again.',
    source: RFC,
  },
  {
    code: 1010,
    name: 'Mandatory Extension',
    meaning: 'The client needs an extension that the server did not agree to in its handshake.',
    sender: 'client',
    next: 'Stop: the server will answer the same way until it is changed.',
    source: RFC,
  },
  {
    code: 1011,
    name: 'Internal Error',
    meaning: 'The endpoint met something unexpected and cannot go on.',
    sender: 'endpoint',
    next: 'Retry with back-off, and tell the user if it goes on.',
    // The RFC's text says "a server". The erratum, which the registry cites, says "a remote
    // endpoint", so either side: https://www.rfc-editor.org/errata/eid3227
    source: `${RFC}, erratum 3227`,
  },
  {
    code: 1012,
    name: 'Service Restart',
    meaning: 'The server is restarting.',
    sender: 'server',
    next: 'Retry after a random wait of 5 to 30 seconds, so that clients do not all return at once.',
    source: IANA,
  },
  {
    code: 1013,
    name: 'Try Again Later',
    meaning: 'The server is overloaded, or refuses work for a while.',
    sender: 'server',
    next: 'Retry with a long back-off, or at another address when you have one.',
    source: IANA,
  },
  {
    code: 1014,
    name: 'Bad Gateway',
    meaning: 'A gateway got an invalid answer from the server behind it, as in HTTP 502.',
    sender: 'server',
    next: 'Retry with back-off: the server behind the gateway may return.',
    source: IANA,
  },
  {
    code: 1015,
    name: 'TLS Handshake',
    meaning: 'The TLS handshake failed, for example because of the certificate.',
    sender: 'none',
    next: 'Stop and check the certificate; browsers report this failure as 1006.',
    source: RFC,
  },
  {
    code: 3000,
    name: 'Unauthorized',
    meaning: 'The request needs a login that was not given or has expired, as in HTTP 401.',
    sender: 'endpoint',
    next: 'Re-authenticate, then connect again with the new credentials.',
    source: IANA,
  },
  {
    code: 3003,
    name: 'Forbidden',
    meaning: 'The login is known, and it is not enough for this, as in HTTP 403.',
    sender: 'endpoint',
    next: 'Stop: the same credentials would be refused again.',
    source: IANA,
  },
  {
    code: 3008,
    name: 'Timeout',
    meaning: 'The other side took too long to answer, as in HTTP 408.',
    sender: 'endpoint',
    next: 'Retry with back-off, and look for what blocked the answer.',
    source: IANA,
  },
];

/** A range of codes that share one meaning. Both ends belong to it. */
export interface CloseCodeRange extends Omit<CloseCode, 'code'> {
  readonly from: number;
  readonly to: number;
}

/** The ranges of RFC 6455 §7.4.2, in ascending order; an entry of `CLOSE_CODES` goes first. */
export const CLOSE_CODE_RANGES: readonly CloseCodeRange[] = [
  {
    from: 0,
    to: 999,
    name: 'Not Used',
    meaning: 'Codes below 1000 are never used.',
    sender: 'none',
    next: 'Treat it as a protocol error of the other side.',
    source: 'RFC 6455 §7.4.2',
  },
  {
    from: 1000,
    to: 2999,
    name: 'Unassigned',
    meaning: 'Reserved for later versions of the protocol and its extensions.',
    sender: 'none',
    next: 'Treat it as a protocol error of the other side.',
    source: 'RFC 6455 §7.4.2',
  },
  {
    from: 3000,
    to: 3999,
    name: 'Library or Framework',
    meaning: 'For libraries and frameworks, which register the codes that they use.',
    sender: 'endpoint',
    next: 'Look it up in the documentation of the library that the server uses.',
    source: 'RFC 6455 §7.4.2',
  },
  {
    from: 4000,
    to: 4999,
    name: 'Private Use',
    meaning: 'Belongs to the application: client and server agree on what it says.',
    sender: 'endpoint',
    next: 'Look it up in the agreement between your client and your server.',
    source: 'RFC 6455 §7.4.2',
  },
];
