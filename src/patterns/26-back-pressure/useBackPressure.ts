import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { openSocket } from '../../connection/open-socket.ts';
import { sendWhenRoom, type RoomOptions } from '../../connection/send-when-room.ts';
import { CONNECTING } from '../../connection/status.ts';

interface BackPressureOptions extends Omit<RoomOptions, 'signal'> {
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Called after each piece, with the bytes that wait to be sent then. */
  readonly onSent: (bufferedAmount: number) => void;
}

type SendAll = (pieces: Iterable<Uint8Array<ArrayBuffer>>, signal: AbortSignal) => Promise<void>;

/**
 * A socket that is given pieces no faster than the network takes them.
 *
 * Why: `send` never blocks and never refuses. What the network does not take waits in memory, without a
 * bound; a chat message that is sent meanwhile waits behind all of it.
 *
 * @returns the status, and `sendAll`. Its promise is fulfilled when the last piece was added; it rejects as
 * `sendWhenRoom` does, and when the component is unmounted
 */
export function useBackPressure(url: string, options: BackPressureOptions) {
  const { highBytes, pollMs } = options;
  const [status, setStatus] = useState(CONNECTING);
  const sendRef = useRef<SendAll>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const handleSent = useEffectEvent(options.onSent);
  const room = useEffectEvent(() => ({ highBytes, pollMs }));

  useEffect(() => {
    const mounted = new AbortController();
    const { socket, leave } = openSocket(url, {
      onStatus: setStatus,
      onMessage: ({ data }) => handleMessage(data),
    });
    sendRef.current = async (pieces, signal) => {
      const ended = AbortSignal.any([signal, mounted.signal]);
      for (const piece of pieces) {
        await sendWhenRoom(socket, piece, { ...room(), signal: ended });
        handleSent(socket.bufferedAmount);
      }
    };
    return () => {
      mounted.abort();
      leave();
      sendRef.current = null;
    };
  }, [url]);

  const sendAll: SendAll = useCallback(async (pieces, signal) => {
    if (!sendRef.current) throw new DOMException('Not mounted.', 'NetworkError');
    return sendRef.current(pieces, signal);
  }, []);

  return { status, sendAll };
}
