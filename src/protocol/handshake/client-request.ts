import { makeKey } from './accept-key.ts';
import type { Header, RequestHead } from './http-head.ts';

export interface ClientRequestOptions {
  /** `ws:`, `wss:`, `http:` or `https:`; a fragment is left out, as a browser leaves it out. */
  readonly url: string | URL;
  /** The origin of the page, such as `https://example.com`. */
  readonly origin?: string;
  /** @default a new one */
  readonly key?: string;
  /** Subprotocols, the preferred one first. @default none */
  readonly protocols?: readonly string[];
  /** `''` offers nothing. @default 'permessage-deflate; client_max_window_bits', as browsers say */
  readonly extensions?: string;
  readonly userAgent?: string;
  readonly acceptLanguage?: string;
}

/**
 * The request with which a browser opens a WebSocket (RFC 6455 §4.1), headers in Chromium's order.
 * Only those with `Sec-WebSocket-`, Host, Upgrade, Connection and Origin are the protocol's; the
 * others are what a browser adds to any request.
 *
 * @throws TypeError when `url` is not a URL of one of the four schemes
 */
export function clientRequest(options: ClientRequestOptions): RequestHead {
  const { pathname, search, host, protocol } = new URL(options.url);
  if (!/^(ws|http)s?:$/.test(protocol)) {
    throw new TypeError(`A WebSocket cannot be opened at a ${protocol} address.`);
  }
  const { protocols = [], extensions = 'permessage-deflate; client_max_window_bits' } = options;
  const headers: Header[] = [
    ['Host', host],
    ['Connection', 'Upgrade'],
    ['Pragma', 'no-cache'],
    ['Cache-Control', 'no-cache'],
    ...optional('User-Agent', options.userAgent),
    ['Upgrade', 'websocket'],
    ...optional('Origin', options.origin),
    ['Sec-WebSocket-Version', '13'],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ...optional('Accept-Language', options.acceptLanguage),
    ['Sec-WebSocket-Key', options.key ?? makeKey()],
    ...optional('Sec-WebSocket-Extensions', extensions),
    ...optional('Sec-WebSocket-Protocol', protocols.join(', ')),
  ];
  return { method: 'GET', target: pathname + search, httpVersion: '1.1', headers };
}

function optional(name: string, value: string | undefined): readonly Header[] {
  return value ? [[name, value]] : [];
}
