/**
 * What a handshake can break, and who must notice: a server refuses a request with the given HTTP
 * status; a client drops the connection, and its page sees `error` and `close` 1006.
 */
export const HANDSHAKE_RULES = {
  'request-malformed': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.2.1',
    says: 'The request must be an HTTP/1.1 request: a start line, then headers.',
  },
  'method-not-get': {
    refusedBy: 'server',
    status: 405,
    section: 'RFC 6455 §4.1',
    says: 'The method of the request must be GET.',
  },
  'http-version-too-low': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.2.1',
    says: 'The HTTP version of the request must be 1.1 or higher.',
  },
  'host-missing': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.2.1',
    says: 'The request must have one Host header.',
  },
  'request-upgrade-missing': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.2.1',
    says: 'The request must have an Upgrade header with the word websocket.',
  },
  'request-connection-missing': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.2.1',
    says: 'The request must have a Connection header with the word Upgrade.',
  },
  'key-invalid': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.2.1',
    says: 'The request must have one Sec-WebSocket-Key: 16 bytes in base64.',
  },
  'version-unsupported': {
    refusedBy: 'server',
    status: 426,
    section: 'RFC 6455 §4.4',
    says: 'Sec-WebSocket-Version must be 13.',
  },
  'origin-foreign': {
    refusedBy: 'server',
    status: 403,
    section: 'RFC 6455 §4.2.2',
    says: 'The Origin is not one that this server lets in.',
  },
  'request-protocol-invalid': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §4.1',
    says: 'Subprotocols must be tokens, and each may be named once.',
  },
  'request-extensions-malformed': {
    refusedBy: 'server',
    status: 400,
    section: 'RFC 6455 §9.1',
    says: 'Sec-WebSocket-Extensions must follow its grammar.',
  },
  'response-malformed': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'The answer must be an HTTP/1.1 response: a status line, then headers.',
  },
  'status-not-101': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'Only status 101 opens a WebSocket.',
  },
  'response-upgrade-missing': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'The answer must have an Upgrade header that says websocket.',
  },
  'response-connection-missing': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'The answer must have a Connection header with the word Upgrade.',
  },
  'accept-wrong': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'Sec-WebSocket-Accept must be the value that belongs to the key of the request.',
  },
  'extension-not-offered': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'The answer may use only extensions that the request offered, on terms it offered.',
  },
  'protocol-not-offered': {
    refusedBy: 'client',
    section: 'RFC 6455 §4.1',
    says: 'The answer may name only one subprotocol, and one that the request offered.',
  },
  'protocol-missing': {
    refusedBy: 'client',
    // The RFC lets the client go on here; a browser does not.
    section: 'https://websockets.spec.whatwg.org/#concept-websocket-establish',
    says: 'A browser that offered subprotocols goes on only if the answer names one of them.',
  },
} as const;

export type HandshakeRule = keyof typeof HANDSHAKE_RULES;

/** One broken rule of a handshake. */
export interface HandshakeError {
  readonly rule: HandshakeRule;
  readonly refusedBy: 'client' | 'server';
  /** The HTTP status of the refusal; `undefined` when it is the client that refuses. */
  readonly status: number | undefined;
  /** Where the rule is written. */
  readonly section: string;
  /** The rule in one sentence. */
  readonly says: string;
}

export function handshakeError(rule: HandshakeRule): HandshakeError {
  return { rule, status: undefined, ...HANDSHAKE_RULES[rule] };
}
