import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { NOT_SHARED, type SharedSockets } from './shared-sockets.ts';

/**
 * A socket that all components with the same URL share: it is opened for the first of them, and closed a
 * moment after the last has been unmounted.
 *
 * Why a moment: when the page changes, one component is unmounted and the next one mounted, and StrictMode
 * does so with each. A socket that was closed at zero users would be opened again at once, and what the
 * server had sent meanwhile would be lost.
 *
 * @param sockets made once, by `shareSockets()`
 * @param onMessage called for each message from the mount on: what came before it is not heard
 * @returns the status, and `send`, which returns whether the socket was open
 */
export function useSharedSocket(
  { store, join, send }: SharedSockets,
  url: string,
  onMessage: (data: string | Blob | ArrayBuffer) => void = () => {},
) {
  const handleMessage = useEffectEvent(onMessage);
  const { status } = useSyncExternalStore(
    store.subscribe,
    // Of this URL only: what happens to another one is the same object here, and renders nothing.
    () => store.get().get(url) ?? NOT_SHARED,
    () => NOT_SHARED,
  );

  useEffect(() => join(url, (data) => handleMessage(data)), [join, url]);

  return { status, send: (data: string) => send(url, data) };
}
