import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { closedBy, CONNECTING, OPEN } from '../../connection/status.ts';

type Data = string | ArrayBuffer;

/**
 * A socket for text and bytes, which come in the order in which they were sent.
 *
 * Why `arraybuffer`: by default bytes come as a `Blob`, and a Blob is read asynchronously. While a
 * handler awaits it, the next message is handled, and overtakes. An `ArrayBuffer` is there at once.
 *
 * @param onMessage called for each message, in the order of the wire
 * @returns the status, and `send`, which says whether the socket was open and took the data
 */
export function useBinarySocket(url: string, onMessage: (data: Data) => void) {
  const [status, setStatus] = useState(CONNECTING);
  const socketRef = useRef<WebSocket>(null);
  const handleMessage = useEffectEvent(onMessage);

  useEffect(() => {
    const socket = new WebSocket(url);
    // Before a message can come: it counts for those that come after it.
    socket.binaryType = 'arraybuffer';
    const listeners = new AbortController();
    const { signal } = listeners;
    const onData = ({ data }: MessageEvent<Data>) => handleMessage(data);
    socketRef.current = socket;
    socket.addEventListener('open', () => setStatus(OPEN), { signal });
    socket.addEventListener('close', (event) => setStatus(closedBy(event)), { signal });
    socket.addEventListener('message', onData, { signal });

    return () => {
      listeners.abort();
      socket.close();
      socketRef.current = null;
      setStatus(CONNECTING);
    };
  }, [url]);

  const send = useCallback((data: string | BufferSource): boolean => {
    const socket = socketRef.current;
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(data);
    return true;
  }, []);

  return { status, send };
}
