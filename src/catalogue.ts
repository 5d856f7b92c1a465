/** The patterns, in the order to read them. Every list of patterns in the lab is made from this one. */

/** A group of patterns: its folder in `stories/patterns`, and its name on screen. */
export const GROUPS = {
  basics: 'Basics',
  'staying-connected': 'Staying connected',
  sending: 'Sending',
  receiving: 'Receiving at scale, and sharing',
  platform: 'React and the platform',
} as const;

export type Group = keyof typeof GROUPS;

/** Where a rule or a figure comes from. */
export interface Source {
  readonly text: string;
  readonly url: string;
}

export interface Pattern {
  /** Its folder in `src/patterns`, and its id everywhere else: `01-use-effect`. */
  readonly folder: string;
  readonly group: Group;
  /** A few words, as a heading. */
  readonly title: string;
  /** What it teaches, in one sentence. */
  readonly lesson: string;
  /** The component to start reading at: a file of the folder, which exports it by its name. */
  readonly view: string;
  /** What brings people here, in their own words. */
  readonly symptoms: readonly string[];
  /** The mistake it prevents, and what that mistake does, in one or two sentences. */
  readonly prevents: string;
  /** When you do not need it, and what does the job then. */
  readonly notNeeded: string;
  /** What to remember, each with its source. */
  readonly rules: readonly Source[];
  /** Why it has no page in Next.js. @default it has one */
  readonly notInNext?: string;
  /** Which of the cases common to all patterns do not hold for it, each with the reason. @default all hold */
  readonly differs?: {
    /** Every message is shown as text, in order, a hundred at most. */
    readonly messages?: string;
    /** The close code that the browser reports is shown, and the connection stays closed. */
    readonly endings?: string;
    /** Another `url` closes the socket and opens one there. */
    readonly url?: string;
  };
}

export const CATALOGUE: readonly Pattern[] = [
  {
    folder: '01-use-effect',
    group: 'basics',
    title: 'A socket in an effect',
    lesson: 'Open the socket when the component mounts, and close it when the component unmounts.',
    view: 'UseEffectSocket.tsx',
    symptoms: [
      'My socket opens twice',
      'The connection stays open after I leave the page',
      'WebSocket is closed before the connection is established',
    ],
    prevents:
      'A socket made while rendering is made again by every render, and nothing ever closes it.',
    notNeeded:
      'You do not need it when several components share one connection: then the socket belongs above them.',
    rules: [
      {
        text: 'An effect that connects returns a function that disconnects.',
        url: 'https://react.dev/learn/synchronizing-with-effects#how-to-handle-the-effect-firing-twice-in-development',
      },
      {
        text: 'In StrictMode, React runs each effect twice in development: one socket is closed before its handshake, the other stays.',
        url: 'https://react.dev/reference/react/StrictMode',
      },
      {
        text: 'Closing a socket that is still connecting fails it: the browser reports an error, then close 1006.',
        url: 'https://websockets.spec.whatwg.org/#dom-websocket-close',
      },
    ],
  },
  {
    folder: '02-state-button',
    group: 'basics',
    title: 'Connect and disconnect by a button',
    lesson: 'A button says that a connection is wanted; an effect makes it so.',
    view: 'StateButtonSocket.tsx',
    symptoms: [
      'Two clicks open two sockets',
      'Still in CONNECTING state',
      'send() does nothing after the connection has closed',
    ],
    prevents:
      'A click handler that makes the socket makes a second one on the second click, and leaves one open when the component unmounts.',
    notNeeded:
      'You do not need it when the connection should live as long as the component: use 01.',
    rules: [
      {
        text: 'send() throws while the socket is connecting, and drops the data without an error once it is closing or closed.',
        url: 'https://websockets.spec.whatwg.org/#dom-websocket-send',
      },
      {
        text: 'close() starts the closing handshake: the socket is closing until the server answers.',
        url: 'https://websockets.spec.whatwg.org/#dom-websocket-close',
      },
    ],
  },
  {
    folder: '03-server-component',
    group: 'basics',
    title: 'Server components and sockets',
    lesson:
      'A server component cannot hold a socket: fetch the first data there, and connect in a client component.',
    view: 'ClientBoundary.tsx',
    symptoms: [
      'window is not defined',
      'WebSocket is not defined',
      'You’re importing a module that depends on useEffect into a React Server Component module',
    ],
    prevents:
      'A socket made by a server component is opened by the server for every request, shows nobody a message, and stays open until the process ends.',
    notNeeded: 'You do not need it without a framework that renders on the server.',
    rules: [
      {
        text: 'A server component has no state and no effects: once its result is sent, nothing of it remains.',
        url: 'https://react.dev/reference/rsc/server-components',
      },
      {
        text: '“use client” marks where the code for the browser begins.',
        url: 'https://react.dev/reference/rsc/use-client',
      },
    ],
    notInNext: 'The Next.js app is this pattern.',
  },
  {
    folder: '04-custom-hook',
    group: 'basics',
    title: 'A socket as a hook',
    lesson: 'The connection depends on the URL; the handler always sees the latest render.',
    view: 'CustomHook.tsx',
    symptoms: [
      'The socket reconnects on every render',
      'My message handler sees old state',
      'useEffect runs again because the callback changes',
    ],
    prevents:
      'With the handler among the dependencies, each render closes the socket and opens another one.',
    notNeeded:
      'You do not need it for a single component: 01 is enough. A well-kept library with such a hook is react-use-websocket.',
    rules: [
      {
        text: 'An effect event sees the latest props and state, and is no dependency of the effect.',
        url: 'https://react.dev/reference/react/useEffectEvent',
      },
      {
        text: 'Objects and functions made while rendering are different for each render: as dependencies, they run the effect each time.',
        url: 'https://react.dev/learn/removing-effect-dependencies#does-some-reactive-value-change-unintentionally',
      },
    ],
  },
  {
    folder: '05-every-message',
    group: 'basics',
    title: 'Every message, once',
    lesson: 'Handle a message in the listener, when it comes; state is only what you show.',
    view: 'EveryMessage.tsx',
    symptoms: [
      'My effect on lastMessage misses messages',
      'Two equal messages in a row, and the second does nothing',
      'The handler runs twice in StrictMode',
    ],
    prevents:
      'An effect on the last message in state sees one message for each render. Of those that arrive together, all but the last are lost, without an error.',
    notNeeded:
      'You do not need it when only the newest value counts, as with a price: then the last message in state is enough. A well-kept library is react-use-websocket, with its option onMessage.',
    rules: [
      {
        text: 'React batches state updates: it renders once for all that are made before it gets to render.',
        url: 'https://react.dev/learn/queueing-a-series-of-state-updates#react-batches-state-updates',
      },
      {
        text: 'What runs because something happened belongs in the event handler, not in an effect.',
        url: 'https://react.dev/learn/you-might-not-need-an-effect#sharing-logic-between-event-handlers',
      },
      {
        text: 'State updaters must be pure: StrictMode runs each one twice.',
        url: 'https://react.dev/reference/react/useState#my-initializer-or-updater-function-runs-twice',
      },
    ],
  },
  {
    folder: '06-schema',
    group: 'basics',
    title: 'Messages with a schema',
    lesson:
      'What comes over the wire is unknown until it is parsed, and a bad message must not end the good ones.',
    view: 'ParsedMessages.tsx',
    symptoms: [
      'Unexpected token < in JSON at position 0',
      'Cannot read properties of undefined, after the server was updated',
      'How do I type event.data in TypeScript?',
    ],
    prevents:
      'A cast makes TypeScript believe what nothing has checked: the first message of another shape throws far from the socket, in a component that renders it.',
    notNeeded:
      'You do not need it when page and server are built from the same types and always deployed together, as with tRPC. Well-kept libraries for schemas are zod, valibot and ArkType: all follow Standard Schema.',
    rules: [
      {
        text: 'A type assertion is removed when TypeScript is compiled: nothing checks it when it runs.',
        url: 'https://www.typescriptlang.org/docs/handbook/2/everyday-types.html#type-assertions',
      },
      {
        text: 'Standard Schema is one interface for all schema libraries, so a hook need not choose one.',
        url: 'https://standardschema.dev',
      },
      {
        text: 'Validate every message that comes over a WebSocket, its structure and its size, as any input.',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html',
      },
    ],
  },
  {
    folder: '07-binary',
    group: 'basics',
    title: 'Text and bytes in order',
    lesson:
      'Ask for bytes as an ArrayBuffer: reading a Blob takes time, and the next message overtakes.',
    view: 'BinarySocket.tsx',
    symptoms: ['Messages arrive in the wrong order', 'event.data is a Blob', '[object Blob]'],
    prevents:
      'A handler that awaits blob.arrayBuffer() lets the browser call it for the next message meanwhile: a text that was sent after the bytes is shown before them.',
    notNeeded:
      'You do not need it when the server sends text only, or when you hand a Blob on without reading it, as with an image. A well-kept library for what is inside the bytes is @msgpack/msgpack.',
    rules: [
      {
        text: 'Bytes come as a Blob unless binaryType says arraybuffer.',
        url: 'https://websockets.spec.whatwg.org/#dom-websocket-binarytype',
      },
      {
        text: 'blob.arrayBuffer() returns a promise; an ArrayBuffer is read at once.',
        url: 'https://developer.mozilla.org/en-US/docs/Web/API/Blob/arrayBuffer',
      },
      {
        text: 'Numbers of several bytes have an order too: a DataView asks which, and the network’s is big-endian.',
        url: 'https://developer.mozilla.org/en-US/docs/Web/API/DataView',
      },
    ],
  },
  {
    folder: '08-subprotocol',
    group: 'basics',
    title: 'Versions of a protocol',
    lesson:
      'Offer the versions you speak, read which one was chosen, and keep secrets out of the offer.',
    view: 'Subprotocol.tsx',
    symptoms: [
      'Sec-WebSocket-Protocol header must not be present',
      'Sent non-empty Sec-WebSocket-Protocol header but no response was received',
      'How do I send a token with new WebSocket()?',
    ],
    prevents:
      'A token as the only protocol: the server must send back one that was offered, so it must send back the token, and every log on the way has it twice. A server that sends back none is closed with 1006.',
    notNeeded:
      'You do not need it when page and server are always deployed together. Libraries with a protocol of their own name it themselves, as graphql-ws does.',
    rules: [
      {
        text: 'A client fails the connection when the answer names a subprotocol that it has not offered.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-4.1',
      },
      {
        text: 'A new version of a protocol that the old servers do not understand gets a new name.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-1.9',
      },
      {
        text: 'What the server has chosen stands in socket.protocol, from open on.',
        url: 'https://websockets.spec.whatwg.org/#dom-websocket-protocol',
      },
    ],
  },
  {
    folder: 'events',
    group: 'basics',
    title: 'The four events',
    lesson: 'Only close says how a connection ended; error says nothing at all.',
    view: 'SocketEvents.tsx',
    symptoms: [
      'The error event is empty',
      '1006',
      'What is the difference between error and close?',
    ],
    prevents:
      'Code that decides on error, or on wasClean, cannot tell a refusal from a lost connection.',
    notNeeded: 'You do not need it in a product: it is here to look at.',
    rules: [
      {
        text: 'A failed connection fires error, then close with 1006; the reason stays hidden from scripts on purpose.',
        url: 'https://websockets.spec.whatwg.org/#feedback-from-the-protocol',
      },
      {
        text: '1005 and 1006 never travel: they say that no code came, and that no Close frame came.',
        url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1',
      },
    ],
  },
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
    notNeeded: 'You do not need it when nothing on the page depends on fresh data.',
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
        url: 'https://github.com/destinygg/chat-gui/issues/872',
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
    notNeeded: 'You do not need it when your server never closes on purpose: then 10 is enough.',
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
      'You do not need it when the server sends something every few seconds anyway, and you watch for that.',
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
    notNeeded: 'You do not need it when waiting for the next attempt does no harm.',
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
    notNeeded: 'You do not need it when the page must go on in the background, such as a call.',
    rules: [
      {
        text: 'Chrome runs the chained timers of a page hidden for five minutes once a minute.',
        url: 'https://developer.chrome.com/blog/timer-throttling-in-chrome-88',
      },
      {
        text: 'A report of heartbeats that stop in hidden tabs.',
        url: 'https://github.com/phoenixframework/phoenix/issues/4309',
      },
    ],
    differs: { endings: 'It does not stay closed: it waits, and connects again.' },
  },
];

/** The pattern of that folder. @throws {Error} when the catalogue has none */
export function findPattern(folder: string): Pattern {
  const pattern = CATALOGUE.find((entry) => entry.folder === folder);
  if (!pattern)
    throw new Error(`There is no pattern ${folder} in src/catalogue.ts. Add an entry for it.`);
  return pattern;
}

/** Where the lab shows a pattern's lesson, as a link inside Storybook. */
export function linkTo({ folder, group }: Pick<Pattern, 'folder' | 'group'>): string {
  return `?path=/docs/patterns-${group}-${folder}--docs`;
}
