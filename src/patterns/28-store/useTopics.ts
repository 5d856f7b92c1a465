import { useEffect, useState } from 'react';
import { openSocket } from '../../connection/open-socket.ts';
import { createStore, type Store } from '../../connection/store.ts';
import { NO_TOPICS, receive, type Topics } from './topics.ts';

/**
 * A store into which a socket writes each message.
 *
 * Why a store: the component that holds the socket does not render when a message comes. Only those do
 * that read what has changed, by `useSlice`.
 *
 * @returns the same store at each render
 */
export function useTopics(url: string): Store<Topics> {
  const [store] = useState(() => createStore(NO_TOPICS));

  useEffect(() => {
    const opened = openSocket(url, {
      onStatus: (status) => store.set({ ...store.get(), status }),
      onMessage: ({ data }) => store.set(receive(store.get(), data)),
    });
    return () => opened.leave();
  }, [url, store]);

  return store;
}
