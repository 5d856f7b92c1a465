import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { openSocket } from '../../connection/open-socket.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';

type Data = string | Blob | ArrayBuffer;

/**
 * Offers the versions of a protocol that the page speaks, and says which one the server has chosen.
 *
 * Why a subprotocol: it is agreed on in the handshake, before the first message. A browser fails the
 * connection, with 1006, when the server chooses one that was not offered, or none. What is offered
 * stands in a header that servers and proxies log: no place for a token.
 *
 * @param versions the best first. An array written inline does not reconnect
 * @returns the status; the version, while the socket is open; `send`, which says whether it took the text
 */
export function useSubprotocol<Version extends string>(
  url: string,
  versions: readonly [Version, ...Version[]],
  onMessage: (data: Data) => void,
) {
  const [status, setStatus] = useState(CONNECTING);
  const [version, setVersion] = useState<Version>();
  const socketRef = useRef<WebSocket>(null);
  const handleMessage = useEffectEvent(onMessage);
  // Text compares by value, an array does not. No name has a comma in it (RFC 6455 §4.1).
  const offer = versions.join();

  useEffect(() => {
    const onStatus = (status: Status) => {
      setStatus(status);
      // The browser has checked that it is one of those offered.
      setVersion(status.state === 'open' ? (opened.socket.protocol as Version) : undefined);
    };
    const onMessage = ({ data }: MessageEvent<Data>) => handleMessage(data);
    const opened = openSocket(url, { onStatus, onMessage }, offer.split(','));
    socketRef.current = opened.socket;
    return () => opened.leave();
  }, [url, offer]);

  const send = useCallback((text: string): boolean => {
    const socket = socketRef.current;
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(text);
    return true;
  }, []);

  return { status, version, send };
}
