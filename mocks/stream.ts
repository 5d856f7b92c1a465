import { repeat } from './clock.ts';
import type { StreamOptions } from './socket-server.ts';

/** Sends over and over. `done` resolves when the last is sent, and never where it is stopped before. */
export function startStream(
  send: () => Promise<unknown>,
  { perSecond, count }: StreamOptions,
): { readonly done: Promise<void>; readonly stop: () => void } {
  const { promise: done, resolve, reject } = Promise.withResolvers<undefined>();
  const stop = repeat(perSecond, (sent) => {
    const isLast = sent === count;
    if (isLast) stop();
    send().then(() => {
      if (isLast) resolve(undefined);
    }, reject);
  });
  return { done, stop };
}
