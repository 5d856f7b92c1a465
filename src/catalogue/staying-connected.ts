import type { Pattern } from './pattern.ts';

export const STAYING_CONNECTED: readonly Pattern[] = [
  {
    folder: '09-connection-badge',
    group: 'staying-connected',
    title: 'Tell the user, but not at every blip',
    lesson: 'Say that the connection is lost after five seconds, and say at once that it is back.',
    view: 'ConnectionBadge.tsx',
    symptoms: [
      'A toast pops up at every reconnect',
      'How do I show that the user is offline?',
      'The connection banner flickers',
    ],
    prevents:
      'A notice at each loss teaches the user to ignore all of them: most losses last for a second.',
    notNeeded:
      'You do not need it when nothing on the page depends on fresh data. A well-kept library that does it: Liveblocks, with `useLostConnectionListener`.',
    rules: [
      {
        text: 'A polite live region is read once the user pauses: a status belongs there.',
        url: 'https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html',
      },
      {
        text: 'Liveblocks waits five seconds before it tells of a lost connection.',
        url: 'https://liveblocks.io/docs/api-reference/liveblocks-client',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '10-reconnect',
    group: 'staying-connected',
    title: 'Reconnect with back-off',
    lesson:
      'Wait longer each time, at random, up to a limit; and stop the clock when the component unmounts.',
    view: 'Reconnect.tsx',
    symptoms: [
      'The socket does not reconnect after the server restarts',
      'It still reconnects after I leave the page',
      'All clients reconnect at the same moment',
    ],
    prevents:
      'With a fixed wait, or with the random part below the limit, all clients of a server that restarts return together and take it down again.',
    notNeeded:
      'You do not need it when the user can press a button to connect again. Well-kept libraries that do it: partysocket, react-use-websocket.',
    rules: [
      {
        text: 'The randomness comes after the limit, for each attempt, and for the first retry too.',
        url: 'https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/',
      },
      {
        text: 'An abnormal closure calls for a random wait before the first attempt, and for longer waits after it.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3',
      },
    ],
    differs: {
      endings: 'It does not stay closed: it waits, and connects again.',
    },
  },
  {
    folder: '11-stable-reset',
    group: 'staying-connected',
    title: 'Reset the back-off by proof',
    lesson:
      'An open socket proves nothing: start again with short waits only after a message, or five seconds without a close.',
    view: 'StableReset.tsx',
    symptoms: [
      'It reconnects in a tight loop',
      'Clients hammer the server after a deploy',
      'The connection opens and closes again at once',
    ],
    prevents:
      'With a reset in `onopen`, a server that accepts and closes at once is asked again after the shortest wait, for ever.',
    notNeeded:
      'You do not need it behind a library that asks for proof: partysocket (5 s up), graphql-ws (an ack).',
    rules: [
      {
        text: 'partysocket counts a connection as up after five seconds.',
        url: 'https://github.com/cloudflare/partykit/tree/main/packages/partysocket',
      },
      {
        text: 'A reset in `onopen` brought a site to a halt.',
        url: 'https://github.com/destinygg/chat-gui/pull/872',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '12-close-codes',
    group: 'staying-connected',
    title: 'Do what the close code says',
    lesson: 'The code says what comes next: again, later, after a login, or nothing.',
    view: 'CloseCodes.tsx',
    symptoms: [
      'It keeps reconnecting after logout',
      'What does close code 1006 mean?',
      'Which close codes should I reconnect on?',
    ],
    prevents:
      'Code that decides on `wasClean`, on `error`, or on “not 1000” asks a server again that has said no, and gives up on one that is back in a second.',
    notNeeded:
      'You do not need it when your server never closes on purpose: then 10 is enough. Well-kept libraries with codes of their own: graphql-ws, pusher-js; react-use-websocket asks your `shouldReconnect`.',
    rules: [
      {
        text: 'The registry of close codes says what each one means.',
        url: 'https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number',
      },
      {
        text: 'The handshake’s HTTP status is hidden from scripts: a 401 or a 429 is a 1006 to the page.',
        url: 'https://websockets.spec.whatwg.org/#feedback-from-the-protocol',
      },
    ],
    differs: { endings: 'Only some codes keep it closed: its own stories go through them.' },
  },
  {
    folder: '13-connect-timeout',
    group: 'staying-connected',
    title: 'Give a handshake a limit',
    lesson: 'A handshake may hang for minutes: give it up after some seconds, and try again.',
    view: 'ConnectTimeout.tsx',
    symptoms: [
      'It says connecting for ever',
      'The WebSocket stays in CONNECTING',
      'No error event, no close event, nothing happens',
    ],
    prevents:
      'Code that waits for `error` waits for minutes behind a proxy that accepts the connection and forwards nothing.',
    notNeeded:
      'You do not need it behind a library that has a limit: partysocket gives a handshake four seconds.',
    rules: [
      {
        text: 'Closing a socket that is connecting ends the attempt: close 1006 follows.',
        url: 'https://websockets.spec.whatwg.org/#dom-websocket-close',
      },
      {
        text: 'A browser makes one handshake at a time to an address, so a hanging one holds up the next.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-4.1',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '14-heartbeat',
    group: 'staying-connected',
    title: 'Find a dead line by asking',
    lesson: 'Silence is found by asking; a dead socket is left at once, and not waited for.',
    view: 'HeartbeatSocket.tsx',
    symptoms: [
      'readyState is OPEN, but no messages arrive',
      'The connection drops after 60 seconds',
      'It does not notice that the Wi-Fi is off',
    ],
    prevents:
      'Code that waits for `close` after a missed answer waits a minute more: that is how long Chromium waits for the answer to its Close frame.',
    notNeeded:
      'You do not need it when the server sends something every few seconds anyway, and you watch for that. In the clients of Socket.IO and Centrifuge the server pings, and the client watches.',
    rules: [
      {
        text: 'Proxies cut a line that is idle: nginx after 60 seconds, so 25 to 30 seconds is the usual interval.',
        url: 'https://nginx.org/en/docs/http/websocket.html',
      },
      {
        text: 'A browser offers no ping to scripts: the question is a message of your own.',
        url: 'https://websockets.spec.whatwg.org/#ping-and-pong-frames',
      },
      {
        text: 'A closed page must not hear the old socket: it may report its end up to a minute late.',
        url: 'https://github.com/vueuse/vueuse/issues/3177',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '15-online-offline',
    group: 'staying-connected',
    title: 'Online and offline are hints',
    lesson: 'offline is a question to the line; online is a reason to try at once.',
    view: 'NetworkHints.tsx',
    symptoms: [
      'navigator.onLine is true, but nothing works',
      'It takes a long time to reconnect after the Wi-Fi is back',
      'The socket does not notice airplane mode',
    ],
    prevents:
      'Code that takes `navigator.onLine` for the status drops a line that works, and trusts a network that leads nowhere.',
    notNeeded:
      'You do not need it when waiting for the next attempt does no harm. A well-kept library that listens to both events: Centrifuge, which closes at `offline` without asking.',
    rules: [
      {
        text: 'onLine only says whether there is a network, not whether it reaches anything.',
        url: 'https://html.spec.whatwg.org/multipage/system-state.html#navigator.online',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '16-hidden-tab',
    group: 'staying-connected',
    title: 'Rest while the tab is hidden',
    lesson: 'Make no attempts while no one looks, and ask before you trust the line again.',
    view: 'HiddenTab.tsx',
    symptoms: [
      'The connection is dead when I come back to the tab',
      'Heartbeats stop in a background tab',
      'The laptop wakes up and the socket is stale',
    ],
    prevents:
      'A heartbeat of chained timers misses its beats: Chrome runs those of a page that has been hidden for five minutes once a minute.',
    notNeeded:
      'You do not need it when the page must go on in the background, such as a call. Liveblocks leaves a hidden tab after its `backgroundKeepAliveTimeout`.',
    rules: [
      {
        text: 'Chrome runs the chained timers of a page hidden for five minutes once a minute.',
        url: 'https://developer.chrome.com/blog/timer-throttling-in-chrome-88',
      },
      {
        text: 'Phoenix schedules each beat by the reply to the last one, so that Chrome does not slow it down.',
        url: 'https://github.com/phoenixframework/phoenix/pull/4309',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '17-back-forward',
    group: 'staying-connected',
    title: 'Come back by the Back button',
    lesson: 'The page keeps its place and loses its socket: connect at once on `pageshow`.',
    view: 'BackForward.tsx',
    symptoms: [
      'After the Back button the page shows old data',
      'The socket is dead after going back',
      'The page is not in the back/forward cache because of a WebSocket',
    ],
    prevents:
      'Code that closes in `beforeunload` also closes for a download, or when the user chooses to stay, and nothing opens the socket again. Code that waits for `close` shows old data as if it were live.',
    notNeeded:
      'You do not need it where reconnecting a moment later does no harm: `error` and `close` come after the return, and pattern 10 does the rest.',
    rules: [
      {
        text: 'Chromium 156 ends an open socket when it keeps the page. On the return the socket says OPEN at first; then come `error` and `close` 1006. A test of the lab goes back in a real browser.',
        url: 'https://github.com/whatwg/html/issues/12085',
      },
      {
        text: 'A page that closes its connections in `pagehide` and opens them in `pageshow` can be kept by every browser.',
        url: 'https://web.dev/articles/bfcache',
      },
      {
        text: '`pageshow` also comes when a page has just been loaded: only `persisted` says that it was kept.',
        url: 'https://developer.mozilla.org/en-US/docs/Web/API/PageTransitionEvent/persisted',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '18-token',
    group: 'staying-connected',
    title: 'A fresh token for each attempt',
    lesson:
      'Log in with a fresh token at each attempt, and renew it on the open line; refused twice, ask the user.',
    view: 'TokenSocket.tsx',
    symptoms: [
      'How do I send an Authorization header with a WebSocket?',
      'It reconnects with an expired token for ever',
      'The token is in the server’s access log',
    ],
    prevents:
      'A URL that was built once holds a token that has ended by the time the socket reconnects, and every proxy on the way has written it into its log. Code that awaits the token without a limit is locked for good by one that never comes.',
    notNeeded:
      'You do not need it when page and server share a site and a cookie says who the user is. Well-kept libraries that do it: Centrifuge (`getToken`), and partysocket, whose URL and query may be functions.',
    rules: [
      {
        text: 'A page cannot set headers of the handshake: what is left is a cookie, the URL, or a first message.',
        url: 'https://websockets.spec.whatwg.org/#the-websocket-interface',
      },
      {
        text: 'A token belongs in no URL: it is written into logs and histories.',
        url: 'https://www.rfc-editor.org/rfc/rfc6750#section-5.3',
      },
      {
        text: 'A token function that rejects is an attempt like any other: one library was locked by it.',
        url: 'https://github.com/pladaria/reconnecting-websocket/pull/166',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
  {
    folder: '19-herd',
    group: 'staying-connected',
    title: 'Return when the server says',
    lesson:
      'The server may say when it wants its clients back: listen, and spread over the time after it.',
    view: 'Herd.tsx',
    symptoms: [
      'All clients reconnect at once after a deploy',
      'How do I send Retry-After over a WebSocket?',
      'The page cannot see the 429 of the handshake',
    ],
    prevents:
      'Clients that lose their server at one moment and wait equally long return at one moment. Those that read no time from the server return while it is still starting, and are refused again.',
    notNeeded:
      'You do not need it with few clients, or where a load balancer spreads them: then pattern 10 is enough. A well-kept library that does it by code: pusher-js backs off for 4100 to 4199.',
    rules: [
      {
        text: '1012 says that the server restarts: clients return at random, 5 to 30 seconds later. 1013 says that it has too much to do.',
        url: 'https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number',
      },
      {
        text: 'A Close frame has room for 123 bytes of reason: `{"retryAfterMs":20000}` fits.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-5.5',
      },
      {
        text: 'Status and headers of a refused handshake are hidden from scripts: a 429 is a 1006 to the page. To say when, accept, and then close.',
        url: 'https://websockets.spec.whatwg.org/#feedback-from-the-protocol',
      },
    ],
    differs: { endings: 'Only some codes keep it closed; with the others it waits, and returns.' },
  },
  {
    folder: 'all-together',
    group: 'staying-connected',
    title: 'All together',
    lesson:
      'One hook that reconnects, obeys close codes, finds dead lines, follows its page, and logs in with fresh tokens.',
    view: 'ReliableSocket.tsx',
    symptoms: [
      'Which WebSocket hook should I use in production?',
      'I need reconnect, heartbeat and auth in one hook',
      'How do these patterns fit together?',
    ],
    prevents:
      'Patterns put side by side disturb each other: a tab that is shown again reconnects after the server has said no, a retry comes before the time that the server asked for, a renewed token starts a second heartbeat.',
    notNeeded:
      'You do not need it when one or two of its patterns are enough, or when your server speaks the protocol of a library that brings its own client: Socket.IO, Centrifugo, Phoenix, graphql-ws.',
    rules: [
      {
        text: 'One place decides whether there is another attempt. Page and timers only decide when.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3',
      },
      {
        text: 'What begins with a socket ends with it: one undo for its limit, login, heartbeat and proof.',
        url: 'https://react.dev/learn/synchronizing-with-effects#step-3-add-cleanup-if-needed',
      },
      {
        text: 'An option that changes makes no other connection: `useEffectEvent` reads the latest ones.',
        url: 'https://react.dev/reference/react/useEffectEvent',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
];
