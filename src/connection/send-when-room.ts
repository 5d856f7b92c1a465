export interface RoomOptions {
  /** How many bytes may wait before the next message is added. @default 262_144 */
  readonly highBytes?: number | undefined;
  /** How often to look, in milliseconds: there is no event that tells. @default 50 */
  readonly pollMs?: number | undefined;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a message as soon as no more than `highBytes` wait to be sent. It looks and sends in one step, so
 * that two callers never add in the same gap: `bufferedAmount` has grown when `send` returns, and falls
 * later, in another task.
 *
 * @throws {DOMException} `NetworkError` where the socket is not open, or ends meanwhile; the signal's
 * reason where it is aborted. The message is not sent then
 */
export async function sendWhenRoom(
  socket: Pick<WebSocket, 'bufferedAmount' | 'readyState' | 'send'>,
  data: string | Blob | BufferSource,
  { highBytes = 262_144, pollMs = 50, signal }: RoomOptions = {},
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    if (socket.readyState !== WebSocket.OPEN) {
      throw new DOMException('The socket is not open.', 'NetworkError');
    }
    if (socket.bufferedAmount <= highBytes) break;
    await pause(pollMs, signal);
  }
  socket.send(data);
}

/** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
