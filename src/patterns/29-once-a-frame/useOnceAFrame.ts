import { useEffect, useEffectEvent, useState } from 'react';
import { coalesce } from '../../connection/coalesce.ts';
import { openSocket } from '../../connection/open-socket.ts';
import { CONNECTING } from '../../connection/status.ts';

type Data = string | Blob | ArrayBuffer;

interface OnceAFrameOptions {
  /** Called once a frame with what has come since, in the order of arrival. */
  readonly onMessages: (messages: readonly Data[]) => void;
  /** Which messages wait for no frame, nor does what came before them. @default none */
  readonly isUrgent?: (data: Data) => boolean;
  /** The most messages that are kept for a frame, also in a hidden page. @default 5_000 */
  readonly limit?: number | undefined;
}

/**
 * A socket whose messages are handled together, once a frame.
 *
 * Why: a screen shows sixty pictures a second, and each render in between is work that no user sees. At
 * 5,000 messages a second React would render for each task in which some arrive, or with `flushSync` for
 * each message, and the page would have no time left for the user.
 */
export function useOnceAFrame(url: string, options: OnceAFrameOptions) {
  const { limit } = options;
  const [status, setStatus] = useState(CONNECTING);
  const handleMessages = useEffectEvent(options.onMessages);
  const isUrgent = useEffectEvent((data: Data) => options.isUrgent?.(data) ?? false);

  useEffect(() => {
    const queue = coalesce<Data>((messages) => handleMessages(messages), limit);
    const opened = openSocket(url, {
      onStatus(next) {
        // What came before the end is shown before it.
        queue.flush();
        setStatus(next);
      },
      onMessage({ data }) {
        queue.add(data);
        if (isUrgent(data)) queue.flush();
      },
    });
    return () => {
      queue.flush();
      opened.leave();
    };
  }, [url, limit]);

  return status;
}
