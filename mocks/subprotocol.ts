/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens, which a subprotocol must be */
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;

/** RFC 6455 §4.1, item 10 of the client's handshake: tokens, each once */
export function areSubprotocols(protocols: readonly string[]): boolean {
  return (
    new Set(protocols).size === protocols.length &&
    protocols.every((protocol) => TOKEN.test(protocol))
  );
}
