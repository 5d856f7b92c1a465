import { append, toText, type Message } from '../../connection/history.ts';
import { openSocket } from '../../connection/open-socket.ts';
import { CONNECTING, type Status } from '../../connection/status.ts';
import { createStore, type Store } from '../../connection/store.ts';

interface FeedState {
  readonly status: Status;
  /** The newest first. */
  readonly messages: readonly Message[];
}

/** What one socket says, and a promise of its beginning. */
export interface Feed {
  /** Another one for each feed on the page. */
  readonly id: number;
  readonly url: string;
  /** Fulfilled by the first message; rejected with an `Error` where none comes. The same at each render. */
  readonly first: Promise<void>;
  readonly store: Store<FeedState>;
  /** Opens the socket. Returns the undo. */
  readonly connect: (deadlineMs: number) => () => void;
}

let count = 0;

/** Makes a feed that has no socket yet: it may be made while rendering, and on a server. */
export function createFeed(url: string): Feed {
  const store = createStore<FeedState>({ status: CONNECTING, messages: [] });
  let begin = () => {};
  let fail: (error: Error) => void = () => {};
  const first = new Promise<void>((resolve, reject) => {
    begin = resolve;
    fail = reject;
  });
  // It may fail when no component waits for it.
  first.catch(() => {});

  function connect(deadlineMs: number) {
    const { leave } = openSocket(url, {
      onStatus(status) {
        store.set({ ...store.get(), status });
        if (status.state !== 'closed') return;
        clearTimeout(timer);
        fail(new Error('The connection ended before the first message.'));
      },
      onMessage({ data }) {
        clearTimeout(timer);
        store.set({ ...store.get(), messages: append(store.get().messages, toText(data)) });
        begin();
      },
    });
    const timer = setTimeout(() => {
      leave();
      const reason = 'no message in time';
      store.set({ ...store.get(), status: { state: 'closed', code: 1006, reason } });
      fail(new Error(`No message came within ${deadlineMs / 1000} seconds.`));
    }, deadlineMs);
    return () => {
      clearTimeout(timer);
      leave();
    };
  }

  return { id: ++count, url, first, store, connect };
}
