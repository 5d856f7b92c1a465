import { closedBy, CONNECTING, OPEN, type Status } from './status.ts';

export interface SocketEvents {
  /** Every change of status, the first at once. */
  readonly onStatus: (status: Status) => void;
  readonly onMessage?: (event: MessageEvent<string | Blob | ArrayBuffer>) => void;
}

export interface OpenedSocket {
  readonly socket: WebSocket;
  /** Stops listening, and closes the socket whatever it is doing. Nothing is reported from then on. */
  readonly leave: () => void;
}

/**
 * Opens a socket and reports what becomes of it. `error` is not reported: it says nothing, and `close`
 * always follows.
 * @throws {DOMException} `SyntaxError` for a URL that is no URL of a WebSocket
 */
export function openSocket(
  url: string | URL,
  { onStatus, onMessage }: SocketEvents,
  protocols?: string | string[],
): OpenedSocket {
  const socket = new WebSocket(url, protocols);
  const listeners = new AbortController();
  const { signal } = listeners;
  onStatus(CONNECTING);
  socket.addEventListener('open', () => onStatus(OPEN), { signal });
  socket.addEventListener('close', (event) => onStatus(closedBy(event)), { signal });
  if (onMessage) socket.addEventListener('message', onMessage, { signal });
  return {
    socket,
    leave() {
      listeners.abort();
      socket.close();
    },
  };
}
