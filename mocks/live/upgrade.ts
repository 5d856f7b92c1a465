import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Long enough to read why. */
const REFUSED_FOR_MS = 1_000;

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** What is thrown in a listener ends the process, and anyone on this machine may send anything. */
export function guarded(listener: UpgradeListener): UpgradeListener {
  return (request, socket, head) => {
    try {
      listener(request, socket, head);
    } catch {
      socket.destroy();
    }
  };
}

/** Answers with an HTTP status instead of an upgrade. */
export function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  // Who is refused may leave its own half open for ever.
  setTimeout(() => socket.destroy(), REFUSED_FOR_MS).unref();
}
