export interface DrainOptions {
  /** How many bytes may wait before the next message is added. @default 262_144 */
  readonly highBytes?: number | undefined;
  /** How often to look, in milliseconds: there is no event that tells. @default 50 */
  readonly pollMs?: number | undefined;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until there is room for one more message: no more than `highBytes` wait to be sent. Ask before
 * you add. `bufferedAmount` has grown as soon as `send` returns, and falls later, in other tasks.
 *
 * @throws {DOMException} `NetworkError` where the socket is not open, or ends meanwhile; the signal's
 * reason where it is aborted
 */
export async function drain(
  socket: Pick<WebSocket, 'bufferedAmount' | 'readyState'>,
  { highBytes = 262_144, pollMs = 50, signal }: DrainOptions = {},
): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    if (socket.readyState !== WebSocket.OPEN) {
      throw new DOMException('The socket is not open.', 'NetworkError');
    }
    if (socket.bufferedAmount <= highBytes) return;
    await pause(pollMs, signal);
  }
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
