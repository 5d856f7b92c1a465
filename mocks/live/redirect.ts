/**
 * How a live server gets the sockets for other addresses: below its own URL, with the URL that the page
 * has asked for as the path, so `wss://api.test/v1?x` goes to `ws://127.0.0.1:4000/room/wss/api.test/v1?x`.
 */
const ASKED = /^\/(wss?)\/([^/]+)(\/.*)$/;

export function toLiveUrl(roomUrl: string, url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${roomUrl}/${protocol.replace(':', '')}/${host}${pathname}${search}`;
}

/** The URL that the page has asked for. @param target of the request, as RFC 9110 §7.1 has it */
export function fromLiveUrl(roomUrl: string, target: string): string {
  const { origin, pathname } = new URL(roomUrl);
  const [, scheme, host, path] = ASKED.exec(target.replace(pathname, '')) ?? [];
  return path === undefined ? origin + target : `${scheme}://${host}${path}`;
}
