/** What a library does that its maintainers may want to know. */
export interface Finding {
  readonly npm: string;
  readonly title: string;
  /** What was seen, when, and what would help. */
  readonly text: string;
  /** The story that shows it, in `Findings.stories.tsx`. */
  readonly story: string;
}

export const FINDINGS: readonly Finding[] = [
  {
    npm: '@trpc/client',
    title: 'The back-off begins again with each `open`',
    text: '`createWSClient` waits 0 ms before its first attempt, and counts from the first again as soon as a socket has opened. A server that accepts each handshake and closes at once, as one does that cannot start, is asked as often as the network allows: with 40 ms for a round, more than a thousand times in a minute. It goes on counting where the server has rejected the connection with an error message, but a socket that is closed without one counts as a success. Waiting for a first message, or for some seconds, before the count begins again would help.',
    story: 'trpc-comes-back-at-once',
  },
  {
    npm: 'phoenix',
    title: 'The back-off begins again with each `open`',
    text: '`Socket` resets its reconnect timer when the socket opens, and the first wait is 10 ms. A server that accepts each handshake and closes at once is asked more than a thousand times in a minute. The first waits have no jitter either, so that all clients of a server that restarts come back together. Resetting after the first reply or heartbeat, and some jitter by default, would help; `reconnectAfterMs` can do the second today.',
    story: 'phoenix-comes-back-at-once',
  },
  {
    npm: 'phoenix',
    title: 'Each socket leaves four listeners on the page',
    text: 'The constructor of `Socket` listens for `pagehide`, `pageshow` and `visibilitychange` on the window, and for `resume` on the document. `disconnect()` removes none of them, so that a component that makes its socket when it mounts leaves four listeners, and the socket that they hold, each time that it unmounts. Removing them in `disconnect()`, or a signal among the options, would help. An application with one socket for its whole life never notices.',
    story: 'phoenix-leaves-listeners',
  },
  {
    npm: 'react-use-websocket',
    title: 'A silent line is left only when the browser gives it up',
    text: 'When no answer to a heartbeat has come in time, the hook calls `close()` and reconnects on the `close` event. On a dead line nobody answers the Close frame, and Chromium waits 60 s for that before it fires the event: a line that was found dead after 15 s is replaced after 75. Meanwhile the hook calls `close()` again at each check, with a warning on the console. Reconnecting as soon as the heartbeat has failed, and ignoring the old socket from then on, would help.',
    story: 'react-use-web-socket-waits-for-close',
  },
  {
    npm: '@trpc/client',
    title: 'A silent line is left only when the browser gives it up',
    text: 'With `keepAlive`, a pong that is missing makes the client call `ws.close()`, and it reconnects on the `close` event. On a dead line that event comes 60 s later in Chromium. Treating the missing pong itself as the end of the connection would help.',
    story: 'trpc-waits-for-close',
  },
  {
    npm: 'graphql-ws',
    title: 'The waits double without an end',
    text: 'The default `retryWait` doubles its wait with each attempt, and has no upper limit. With `retryAttempts: Infinity`, a client that has been without a server for ten minutes waits for more than five minutes after the server is back. By default there are five attempts, so that it is seen only by those who raise that number. A cap, as most clients have one at 20 to 30 s, would help; a `retryWait` of one’s own can do it today.',
    story: 'graphql-ws-waits-without-end',
  },
  {
    npm: 'graphql-ws',
    title: 'A mutation whose answer was lost is sent again',
    text: 'After a reconnect the client sends every operation again that has not completed, mutations too. Where the server had executed the mutation and only the answer was lost, it is executed twice. For a subscription that is right, and for a query it does no harm. A way to say that an operation must not be repeated, or an error for mutations in flight, would help; an id in the variables, which the server remembers, can do it today.',
    story: 'graphql-ws-mutates-twice',
  },
];
