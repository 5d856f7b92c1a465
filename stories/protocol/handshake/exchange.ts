import {
  acceptFor,
  answerRequest,
  checkResponse,
  headerValues,
} from '../../../src/protocol/handshake.ts';
import type {
  HandshakeError,
  RequestHead,
  ResponseHead,
  ServerPolicy,
} from '../../../src/protocol/handshake.ts';
import type { Breakage } from './breakages.ts';

/** A handshake from both sides, worked out as each side must. */
export interface Exchange {
  readonly request: RequestHead;
  readonly response: ResponseHead;
  /** The accept value that belongs to the key, whatever the answer says. */
  readonly accept: string;
  /** The first broken rule, by which one side refuses; `undefined` when the socket opens. */
  readonly refusal: HandshakeError | undefined;
}

/** A server that lets in the page it is asked by, and speaks one subprotocol. */
export function policyFor(request: RequestHead): ServerPolicy {
  return { origins: headerValues(request, 'Origin'), protocols: ['lab'] };
}

/** Answers a request, and lets something go wrong on the way. */
export async function exchangeHeads(sent: RequestHead, broken: Breakage): Promise<Exchange> {
  const request = broken.request?.(sent) ?? sent;
  const answer = await answerRequest(request, policyFor(sent));
  const response = broken.response?.(answer.response) ?? answer.response;
  const [key = ''] = headerValues(request, 'Sec-WebSocket-Key');
  // What a server refuses never comes to the client's check.
  const [refusal] =
    answer.broken.length > 0 ? answer.broken : await checkResponse(request, response);
  return { request, response, accept: await acceptFor(key), refusal };
}
