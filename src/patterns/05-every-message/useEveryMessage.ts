import { useEffect, useEffectEvent, useState } from 'react';
import { append, toText, type Message } from '../../connection/history.ts';
import { openSocket } from '../../connection/open-socket.ts';
import { CONNECTING } from '../../connection/status.ts';

/**
 * Handles every message when it comes, and keeps the last hundred to show.
 *
 * Why in the listener: the browser calls it for each message, while React renders once for many that
 * arrive together. An effect on a `lastMessage` in state sees the last of them only, and nothing at all
 * when the same text comes twice. What must happen for each message happens here; state is what you show.
 *
 * @param url where to connect
 * @param onMessage called once for each message, in the order of arrival, before it is shown
 * @returns the status, and the messages to show, the newest first
 */
export function useEveryMessage(
  url: string,
  onMessage: (data: string | Blob | ArrayBuffer) => void,
) {
  const [status, setStatus] = useState(CONNECTING);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const handleMessage = useEffectEvent(onMessage);

  useEffect(() => {
    const opened = openSocket(url, {
      onStatus: setStatus,
      onMessage: ({ data }) => {
        handleMessage(data);
        // Not inside the updater below: React may run that twice, or later.
        setMessages((messages) => append(messages, toText(data)));
      },
    });
    return () => opened.leave();
  }, [url]);

  return { status, messages };
}
