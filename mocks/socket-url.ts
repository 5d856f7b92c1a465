/**
 * The address that `new WebSocket(url)` stands for; none, where it throws a `SyntaxError`:
 * https://websockets.spec.whatwg.org/#dom-websocket-websocket, steps 1 to 6
 */
export function parseSocketUrl(url: string): URL | undefined {
  const parsed = URL.parse(url, document.baseURI);
  // Not `parsed.hash`, which is empty for an empty fragment too.
  if (!parsed || parsed.href.includes('#')) return undefined;
  if (parsed.protocol === 'http:') parsed.protocol = 'ws:';
  if (parsed.protocol === 'https:') parsed.protocol = 'wss:';
  return parsed.protocol === 'ws:' || parsed.protocol === 'wss:' ? parsed : undefined;
}
