import type { Pattern } from './pattern.ts';

export const STATE_BUTTON: Pattern = {
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
  notNeeded: 'You do not need it when the connection should live as long as the component: use 01.',
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
};
