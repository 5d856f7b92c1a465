import type { Pattern } from './pattern.ts';

export const CLOSE_CODES: Pattern = {
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
};
