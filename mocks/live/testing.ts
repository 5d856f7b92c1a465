import { WebSocket } from 'ws';

/** What becomes of a handshake: `open`, or the status that it is refused with. */
export function knock(
  url: string | URL,
  headers: Record<string, string>,
): Promise<string | number> {
  const socket = new WebSocket(url, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('error', () => resolve('error'));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
}
