import { repeat } from './clock.ts';
import type { StreamOptions } from './socket-server.ts';

/** Sends over and over. `done` resolves when the last is sent, and never where it is stopped before. */
export function startStream(
  send: () => Promise<unknown>,
  { perSecond, count, signal, onSend }: StreamOptions,
): { readonly done: Promise<void>; readonly stop: () => void } {
  const { promise: done, resolve, reject } = Promise.withResolvers<undefined>();
  const stopSending = repeat(perSecond, (sent) => {
    const isLast = sent === count;
    if (isLast) stop();
    onSend?.();
    send().then(() => {
      if (isLast) resolve(undefined);
    }, reject);
  });
  const abort = () => {
    stop();
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  function stop() {
    stopSending();
    signal?.removeEventListener('abort', abort);
  }
  return { done, stop };
}
