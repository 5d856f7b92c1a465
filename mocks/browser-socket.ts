import { listen } from './built-ins.ts';
import { byteLengthOf } from './byte-length.ts';
import { ledger, READY_STATES } from './ledger.ts';
import { NativeWebSocket, type Link } from './network.ts';
import { findStoryId } from './story-urls.ts';
import { isOfTools } from './tool-sockets.ts';

/**
 * Makes a socket of the browser's own.
 * @param newTarget what the page has asked for, whose instance it is: its own subclass, its patched prototype
 * @param link what leads it to a live server; otherwise it goes where its URL says
 * @throws what the browser throws for such arguments
 */
export function makeBrowserSocket(
  url: string,
  protocols: readonly string[],
  newTarget: NewableFunction,
  link?: Link,
): WebSocket {
  const goal = link?.redirect?.(url) ?? url;
  const socket = Reflect.construct(NativeWebSocket, [goal, protocols], newTarget) as WebSocket;
  // The page reads the URL that it has asked for, wherever the socket goes.
  if (goal !== url) Object.defineProperty(socket, 'url', { value: url, configurable: true });
  if (!isOfTools(url, protocols)) recordBrowserSocket(socket, protocols, link?.storyId);
  return socket;
}

/**
 * Records what the browser's own socket does, by listening only: the socket stays as it is. What
 * the page sends on it is not counted, for that could only be seen by replacing its `send`.
 * @param leadTo the story to whose live server it is led. @default the one that its URL belongs to
 */
function recordBrowserSocket(
  socket: WebSocket,
  protocols: readonly string[],
  leadTo?: string,
): void {
  const storyId = leadTo ?? findStoryId(socket.url);
  const made = {
    url: socket.url,
    protocols,
    transport: 'browser',
    goal: storyId === undefined ? 'network' : 'server',
    storyId,
    stack: new Error().stack ?? '',
  } as const;
  const entry = ledger.open(made, () => READY_STATES[socket.readyState] ?? 'closed');
  listen(socket, 'open', () => {
    entry.record({ type: 'state', state: 'open' });
    entry.record({ type: 'open' });
  });
  listen(socket, 'message', (event) => {
    const data = event.data as string | Blob | ArrayBuffer;
    entry.record({ type: 'message', direction: 'in', bytes: byteLengthOf(data) }, data);
  });
  listen(socket, 'error', () => {
    entry.record({ type: 'error' });
  });
  listen(socket, 'close', ({ code, reason, wasClean }) => {
    // Before a clean end it was CLOSING; when that began, no event has said:
    // https://websockets.spec.whatwg.org/#feedback-from-the-protocol
    if (wasClean) entry.record({ type: 'state', state: 'closing' });
    entry.record({ type: 'state', state: 'closed' });
    entry.record({ type: 'close', code, reason, wasClean });
  });
}
