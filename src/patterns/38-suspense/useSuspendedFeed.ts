import { use, useEffect, useState, useSyncExternalStore } from 'react';
import { createFeed, type Feed } from './feed.ts';

/**
 * Holds a feed for the components below, which suspend until its first message. Call it above their
 * `<Suspense>`: what suspends has no effects yet, so it cannot hold a socket.
 *
 * Why not a promise made while rendering: React forgets a component that suspends at its first render, and
 * renders it again from the beginning. That would make another promise, and another socket, each time.
 *
 * @param deadlineMs how long the first message may take
 * @returns the feed, and `retry`, which makes another one, with another promise
 */
export function useSuspendedFeed(url: string, deadlineMs: number) {
  const [feed, setFeed] = useState(() => createFeed(url));
  if (feed.url !== url) setFeed(createFeed(url));

  useEffect(() => feed.connect(deadlineMs), [feed, deadlineMs]);

  return { feed, retry: () => setFeed(createFeed(url)) };
}

/**
 * The messages of a feed. Suspends until the first one, and never again: a store tells of the others.
 * @throws {Error} where no message comes; an error boundary shows it
 */
export function useMessages({ first, store }: Feed) {
  use(first);
  return useSyncExternalStore(store.subscribe, store.get, store.get).messages;
}

const subscribeToNothing = () => () => {};

/** Whether this renders on a page. A server has no socket: what suspends there would wait for ever. */
export function useIsOnPage(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}
