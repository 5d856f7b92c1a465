import type { Pattern } from './pattern.ts';

export const SHARED_SOCKET: Pattern = {
  folder: '30-shared-socket',
  group: 'receiving',
  title: 'One socket for many components',
  lesson:
    'Count who uses the socket, open it for the first, and close it a moment after the last has left.',
  view: 'SharedSocket.tsx',
  symptoms: [
    'Each component opens a socket of its own',
    'The socket closes and opens again when I change the page',
    'Two components need the same connection',
  ],
  prevents:
    'With a socket in each component, twenty rows are twenty sockets. With a count that closes at zero, each change of page ends the connection and opens another one, and messages are lost in between.',
  notNeeded:
    'You do not need it when one component high in the tree can hold the socket and hand down what comes. A well-kept library that does it: react-use-websocket, with its option `share`.',
  rules: [
    {
      text: 'In StrictMode, React mounts, unmounts and mounts each component: users come and leave in one task.',
      url: 'https://react.dev/reference/react/StrictMode#fixing-bugs-found-by-re-running-effects-in-development',
    },
    {
      text: '`useSyncExternalStore` wants the same snapshot while nothing has changed, and one for the server.',
      url: 'https://react.dev/reference/react/useSyncExternalStore',
    },
    {
      text: 'In StrictMode, one library closed the second subscription to a topic together with the first.',
      url: 'https://github.com/supabase/realtime-js/issues/169',
    },
  ],
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
    leaving: 'It keeps the socket for half a second: the page may come back.',
  },
};
