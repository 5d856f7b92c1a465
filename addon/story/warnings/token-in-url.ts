import type { Detector } from './warning.ts';

const NAMES = /token|jwt|auth|secret|passw|api[-_]?key|session/i;
/** Three parts in base64url: https://www.rfc-editor.org/rfc/rfc7519#section-3 */
const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;
/** A shorter value is a switch or a name. */
const SHORTEST = 8;

/** A query parameter of a socket's URL that looks like a secret. */
export function findToken(url: string): string | undefined {
  const { searchParams } = new URL(url);
  return [...searchParams].find(
    ([name, value]) => JWT.test(value) || (NAMES.test(name) && value.length >= SHORTEST),
  )?.[0];
}

/** A socket whose URL has something in it that looks like a token. */
export const tokenInUrl: Detector = ({ event, socket }) => {
  const name = event.type === 'created' ? findToken(socket.url) : undefined;
  return name === undefined
    ? undefined
    : {
        kind: 'token',
        text: `The URL of a socket has “${name}” in it, which looks like a token. Servers and proxies write URLs into their logs. Send it as the first message.`,
        pitfall: 'p21-token-in-url',
      };
};
