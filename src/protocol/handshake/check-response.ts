import { acceptFor } from './accept-key.ts';
import { isDeflateAnswer, parseDeflateParams, PERMESSAGE_DEFLATE } from './deflate-params.ts';
import { parseExtensions } from './extensions.ts';
import type { Extension } from './extensions.ts';
import { handshakeError } from './handshake-rules.ts';
import type { HandshakeError, HandshakeRule } from './handshake-rules.ts';
import { headerList, headerListHas, headerValues } from './http-head.ts';
import type { RequestHead, ResponseHead } from './http-head.ts';

/**
 * Checks a server's answer as a client must (RFC 6455 §4.1), and as a browser does.
 *
 * @returns every rule that it breaks, in the order of the RFC; empty when the socket may open. A
 * status other than 101 stands alone: the rest of such an answer is not for the handshake.
 */
export async function checkResponse(
  request: RequestHead,
  response: ResponseHead,
): Promise<readonly HandshakeError[]> {
  if (response.status !== 101) return [handshakeError('status-not-101')];
  const broken: HandshakeRule[] = [];
  const check = (holds: boolean, rule: HandshakeRule) => {
    if (!holds) broken.push(rule);
  };

  const upgrade = headerValues(response, 'Upgrade');
  const websocket = upgrade.length === 1 && upgrade[0]?.toLowerCase() === 'websocket';
  check(websocket, 'response-upgrade-missing');
  check(headerListHas(response, 'Connection', 'Upgrade'), 'response-connection-missing');

  const [key = ''] = headerValues(request, 'Sec-WebSocket-Key');
  const accept = headerValues(response, 'Sec-WebSocket-Accept');
  check(accept.length === 1 && accept[0] === (await acceptFor(key)), 'accept-wrong');
  check(extensionsWereOffered(request, response), 'extension-not-offered');

  const offered = headerList(request, 'Sec-WebSocket-Protocol');
  const [protocol, ...more] = headerValues(response, 'Sec-WebSocket-Protocol');
  if (protocol === undefined) {
    check(offered.length === 0, 'protocol-missing');
  } else {
    // The comparison is case-sensitive.
    check(more.length === 0 && offered.includes(protocol), 'protocol-not-offered');
  }
  return broken.map(handshakeError);
}

function extensionsWereOffered(request: RequestHead, response: ResponseHead): boolean {
  const offered = extensionsOf(request);
  const agreed = extensionsOf(response);
  if (!offered || !agreed) return false;
  // An extension that uses the same bit twice makes no sense (RFC 7692 §5).
  if (new Set(agreed.map(({ name }) => name)).size !== agreed.length) return false;
  return agreed.every((answer) => {
    const offers = offered.filter(({ name }) => name === answer.name);
    if (answer.name !== PERMESSAGE_DEFLATE) return offers.length > 0;
    const params = parseDeflateParams(answer, 'server');
    return offers.some((one) => {
      const offer = parseDeflateParams(one, 'client');
      return offer !== undefined && params !== undefined && isDeflateAnswer(offer, params);
    });
  });
}

function extensionsOf(head: RequestHead | ResponseHead): readonly Extension[] | undefined {
  const values = headerValues(head, 'Sec-WebSocket-Extensions');
  const lists = values.map(parseExtensions);
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? []);
}
