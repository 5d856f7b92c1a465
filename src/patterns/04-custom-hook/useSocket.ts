import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { closedBy, CONNECTING, OPEN } from '../../connection/status.ts';

type Data = string | Blob | ArrayBuffer;

/**
 * A socket as a hook: open while the component is mounted, another one when `url` changes.
 *
 * Why `useEffectEvent`: the connection depends on the URL, and on nothing else. As a dependency, a
 * handler written inline would be a new one for each render, and so would the socket. As an effect event
 * it is no dependency, and yet each message reaches the handler of the latest render.
 *
 * @param url where to connect
 * @param onMessage called for each message with what it carries
 * @returns the status, and `send`, which says whether the socket was open and took the data
 */
export function useSocket(url: string, onMessage: (data: Data) => void) {
  const [status, setStatus] = useState(CONNECTING);
  const socketRef = useRef<WebSocket>(null);
  const handleMessage = useEffectEvent(onMessage);

  useEffect(() => {
    const socket = new WebSocket(url);
    const listeners = new AbortController();
    const { signal } = listeners;
    socketRef.current = socket;
    socket.addEventListener('open', () => setStatus(OPEN), { signal });
    socket.addEventListener('close', (event) => setStatus(closedBy(event)), { signal });
    socket.addEventListener('message', ({ data }: MessageEvent<Data>) => handleMessage(data), {
      signal,
    });

    return () => {
      listeners.abort();
      socket.close();
      socketRef.current = null;
      setStatus(CONNECTING);
    };
  }, [url]);

  const send = useCallback((data: string): boolean => {
    const socket = socketRef.current;
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(data);
    return true;
  }, []);

  return { status, send };
}
