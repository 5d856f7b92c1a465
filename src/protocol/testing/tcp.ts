import { once } from 'node:events';
import type { Socket } from 'node:net';

/** Reads an HTTP head from a connection; what comes after it stays there to be read. */
export async function readHead(socket: Socket): Promise<string> {
  let text = '';
  while (!text.includes('\r\n\r\n')) {
    const chunk = socket.read() as Buffer | null;
    if (chunk) text += chunk.toString('latin1');
    else await once(socket, 'readable');
  }
  const end = text.indexOf('\r\n\r\n') + 4;
  const rest = Buffer.from(text.slice(end), 'latin1');
  if (rest.length > 0) socket.unshift(rest);
  return text.slice(0, end);
}
