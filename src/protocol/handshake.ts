/**
 * The opening handshake of RFC 6455 §4: a client's request, a server's answer, and what each side
 * must check. Each idea has a file of its own in `handshake/`; this is the door to them.
 */
export { acceptFor, HANDSHAKE_GUID, isKey, makeKey } from './handshake/accept-key.ts';
export { checkRequest } from './handshake/check-request.ts';
export type { ServerPolicy } from './handshake/check-request.ts';
export { checkResponse } from './handshake/check-response.ts';
export { clientRequest } from './handshake/client-request.ts';
export type { ClientRequestOptions } from './handshake/client-request.ts';
export {
  acceptDeflateOffer,
  isDeflateAnswer,
  parseDeflateParams,
  PERMESSAGE_DEFLATE,
} from './handshake/deflate-params.ts';
export type { DeflateParams } from './handshake/deflate-params.ts';
export { formatExtensions, parseExtensions } from './handshake/extensions.ts';
export type { Extension } from './handshake/extensions.ts';
export { HANDSHAKE_RULES, handshakeError } from './handshake/handshake-rules.ts';
export type { HandshakeError, HandshakeRule } from './handshake/handshake-rules.ts';
export {
  formatRequest,
  formatResponse,
  headerList,
  headerValues,
  parseRequest,
  parseResponse,
} from './handshake/http-head.ts';
export type { Header, RequestHead, ResponseHead } from './handshake/http-head.ts';
export { answerRequest } from './handshake/server-response.ts';
export type { ServerAnswer } from './handshake/server-response.ts';
