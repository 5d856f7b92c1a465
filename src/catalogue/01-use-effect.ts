import type { Pattern } from './pattern.ts';

export const USE_EFFECT: Pattern = {
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
};
