import type { Pattern } from './pattern.ts';

export const CONNECT_TIMEOUT: Pattern = {
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
};
