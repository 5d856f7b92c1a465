import { isToken } from '../src/protocol/handshake/http-head.ts';

/** RFC 6455 §4.1, item 10 of the client's handshake: tokens, each once */
export function areSubprotocols(protocols: readonly string[]): boolean {
  return new Set(protocols).size === protocols.length && protocols.every(isToken);
}
