import type { Pattern } from './pattern.ts';

export const BASICS: readonly Pattern[] = [
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
      'A socket made by a server component is opened by the server for every request, shows no one a message, and stays open until the process ends.',
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
    differs: { moves: 'For another URL the page is rendered and hydrated again.' },
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
];
