/**
 * Loaded into the server before Next.js: whoever uses `WebSocket` there fails, as with `window`. To
 * take Node's away is not enough, for Next.js puts one of its own in its place.
 */
function fail(): never {
  throw new ReferenceError('WebSocket is used while rendering on the server: wait for an effect');
}

globalThis.WebSocket = new Proxy(WebSocket, { get: fail, construct: fail });
