import { acceptFor } from './accept-key.ts';
import { checkRequest } from './check-request.ts';
import type { ServerPolicy } from './check-request.ts';
import { acceptDeflateOffer, parseDeflateParams } from './deflate-params.ts';
import { formatExtensions, parseExtensions } from './extensions.ts';
import type { HandshakeError } from './handshake-rules.ts';
import { headerList, headerValues } from './http-head.ts';
import type { Header, RequestHead, ResponseHead } from './http-head.ts';

export interface ServerAnswer {
  readonly response: ResponseHead;
  /** Every rule that the request broke; empty when the response is a 101. */
  readonly broken: readonly HandshakeError[];
}

const REASONS: Readonly<Record<number, string>> = {
  101: 'Switching Protocols',
  400: 'Bad Request',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  426: 'Upgrade Required',
};

/** Answers a client's request as a server must (RFC 6455 §4.2.2): with 101, or a refusal. */
export async function answerRequest(
  request: RequestHead,
  policy: ServerPolicy = {},
): Promise<ServerAnswer> {
  const broken = checkRequest(request, policy);
  const [first] = broken;
  if (first) return { response: refusal(first), broken };

  const [key = ''] = headerValues(request, 'Sec-WebSocket-Key');
  const headers: Header[] = [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
    ['Sec-WebSocket-Accept', await acceptFor(key)],
  ];
  // The client's order is its preference (§4.1, item 10).
  const protocol = headerList(request, 'Sec-WebSocket-Protocol').find((one) =>
    policy.protocols?.includes(one),
  );
  if (protocol !== undefined) headers.push(['Sec-WebSocket-Protocol', protocol]);
  const extensions = policy.permessageDeflate ? agreeOnDeflate(request) : undefined;
  if (extensions !== undefined) headers.push(['Sec-WebSocket-Extensions', extensions]);
  return { response: head(101, headers), broken };
}

/** The first offer of permessage-deflate that is valid, accepted (RFC 7692 §5.1, §7). */
function agreeOnDeflate(request: RequestHead): string | undefined {
  const offers = headerValues(request, 'Sec-WebSocket-Extensions').flatMap(
    (value) => parseExtensions(value) ?? [],
  );
  for (const offer of offers) {
    const params = parseDeflateParams(offer, 'client');
    if (params) return formatExtensions([acceptDeflateOffer(params)]);
  }
  return undefined;
}

function refusal({ status = 400 }: HandshakeError): ResponseHead {
  const headers: Header[] = [['Connection', 'close']];
  // Each of these statuses must say what would have been right (§4.4, RFC 9110 §15.5.22, §15.5.6).
  if (status === 426) headers.push(['Upgrade', 'websocket'], ['Sec-WebSocket-Version', '13']);
  if (status === 405) headers.push(['Allow', 'GET']);
  headers.push(['Content-Length', '0']);
  return head(status, headers);
}

function head(status: number, headers: readonly Header[]): ResponseHead {
  return { httpVersion: '1.1', status, reason: REASONS[status] ?? '', headers };
}
