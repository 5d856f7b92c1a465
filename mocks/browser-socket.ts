import { listen } from './built-ins.ts';
import { byteLengthOf } from './byte-length.ts';
import { ledger, READY_STATES } from './ledger.ts';
import { findStoryId } from './story-urls.ts';

/**
 * Records what the browser's own socket does, by listening only: the socket stays as it is. What
 * the page sends on it is not counted, for that could only be seen by replacing its `send`.
 */
export function recordBrowserSocket(socket: WebSocket, protocols: readonly string[]): void {
  const made = {
    url: socket.url,
    protocols,
    transport: 'browser',
    storyId: findStoryId(socket.url),
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
