import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { backoff } from '../../connection/backoff.ts';
import { keepConnected } from '../../connection/keep-connected.ts';
import { CONNECTING } from '../../connection/status.ts';
import { createUpload, type Progress, type UploadOptions } from '../../connection/upload.ts';

interface UploadSocketOptions extends Pick<UploadOptions, 'chunkBytes' | 'windowBytes'> {
  /** Called for each message that is about no upload. */
  readonly onMessage: (data: string | Blob | ArrayBuffer) => void;
  /** Spreads the clients, from 0 to below 1. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** The server does not take messages of this length: the same one again would end the next connection too. */
const MESSAGE_TOO_BIG = 1009;

type Send = (file: Blob, signal: AbortSignal) => Promise<void>;

/**
 * A socket that carries a file, one at a time: in chunks, and after a loss behind what the server has.
 *
 * Why not one message: the socket would hold all of it, nothing else could be sent until it is through, and
 * a lost connection would begin at the start. Why the progress is what the server has: what `send` was
 * given only stands in memory.
 *
 * @returns the status; the `progress` of the file that is sent, or was last; and `upload`, whose promise is
 * fulfilled when the server has all of it. Another file cancels the one that is sent
 */
export function useUpload(url: string, options: UploadSocketOptions) {
  const [status, setStatus] = useState(CONNECTING);
  const [progress, setProgress] = useState<Progress>();
  const uploadRef = useRef<Send>(null);
  const handleMessage = useEffectEvent(options.onMessage);
  const nextWait = useEffectEvent((attempt: number) =>
    backoff(attempt, { random: options.random }),
  );
  const sizes = useEffectEvent(() => ({
    chunkBytes: options.chunkBytes,
    windowBytes: options.windowBytes,
  }));

  useEffect(() => {
    const mounted = new AbortController();
    let current: ReturnType<typeof createUpload> | undefined;
    const connection = keepConnected(url, {
      waitMs: (attempt) => nextWait(attempt),
      onStatus(next) {
        setStatus(next);
        if (next.state === 'open') current?.opened();
        else current?.ended();
        if (next.state === 'waiting' && next.code === MESSAGE_TOO_BIG)
          current?.fail(new Error('The server does not take chunks of this length (1009).'));
      },
      onMessage({ data }) {
        connection.proven();
        if (!current?.heard(data)) handleMessage(data);
      },
    });
    uploadRef.current = async (file, signal) => {
      current?.fail(new DOMException('Another file took its place.', 'AbortError'));
      const ended = AbortSignal.any([signal, mounted.signal]);
      ended.throwIfAborted();
      const own = createUpload(file, {
        ...sizes(),
        send: (data) => connection.send(data),
        onProgress: setProgress,
      });
      ended.addEventListener('abort', () => own.fail(ended.reason as Error), { once: true });
      current = own;
      own.opened();
      await own.done.finally(() => {
        if (current === own) current = undefined;
      });
    };
    return () => {
      mounted.abort();
      connection.leave();
      uploadRef.current = null;
    };
  }, [url]);

  const upload: Send = useCallback(async (file, signal) => {
    if (!uploadRef.current) throw new DOMException('Not mounted.', 'InvalidStateError');
    return uploadRef.current(file, signal);
  }, []);

  return { status, progress, upload };
}
