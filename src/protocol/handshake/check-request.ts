import { isKey } from './accept-key.ts';
import { parseExtensions } from './extensions.ts';
import { handshakeError } from './handshake-rules.ts';
import type { HandshakeError, HandshakeRule } from './handshake-rules.ts';
import { headerList, headerListHas, headerValues, isToken } from './http-head.ts';
import type { RequestHead } from './http-head.ts';

/** What a server lets in. */
export interface ServerPolicy {
  /**
   * Origins of pages that may connect, as `https://example.com`. A request without an Origin is not
   * a browser's, and is let in: the header protects users of browsers only (RFC 6455 §10.2).
   *
   * @default every origin
   */
  readonly origins?: readonly string[];
  /** Subprotocols that this server speaks. @default none */
  readonly protocols?: readonly string[];
  /** Whether to accept permessage-deflate when it is offered. @default false */
  readonly permessageDeflate?: boolean;
}

/**
 * Checks a client's request as a server must (RFC 6455 §4.2.1, §4.2.2).
 *
 * @returns every rule that it breaks, in the order of the RFC; a server answers the first
 */
export function checkRequest(
  request: RequestHead,
  { origins }: ServerPolicy = {},
): readonly HandshakeError[] {
  const broken: HandshakeRule[] = [];
  const check = (holds: boolean, rule: HandshakeRule) => {
    if (!holds) broken.push(rule);
  };
  const one = (name: string) => {
    const values = headerValues(request, name);
    return values.length === 1 ? values[0] : undefined;
  };

  check(request.method === 'GET', 'method-not-get');
  check(Number(request.httpVersion) >= 1.1, 'http-version-too-low');
  check(one('Host') !== undefined, 'host-missing');
  check(headerListHas(request, 'Upgrade', 'websocket'), 'request-upgrade-missing');
  check(headerListHas(request, 'Connection', 'Upgrade'), 'request-connection-missing');
  check(isKey(one('Sec-WebSocket-Key') ?? ''), 'key-invalid');
  check(one('Sec-WebSocket-Version') === '13', 'version-unsupported');

  const from = headerValues(request, 'Origin');
  const known = !origins || from.every((origin) => origins.includes(origin.toLowerCase()));
  check(known, 'origin-foreign');

  const protocols = headerList(request, 'Sec-WebSocket-Protocol');
  const unique = new Set(protocols).size === protocols.length;
  const named =
    protocols.length > 0 || headerValues(request, 'Sec-WebSocket-Protocol').length === 0;
  check(unique && named && protocols.every(isToken), 'request-protocol-invalid');

  const extensions = headerValues(request, 'Sec-WebSocket-Extensions');
  const readable = extensions.every((value) => parseExtensions(value) !== undefined);
  check(readable, 'request-extensions-malformed');
  return broken.map(handshakeError);
}
