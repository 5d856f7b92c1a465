import type { Pattern } from './pattern.ts';

export const TOKEN: Pattern = {
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
    'A URL that was built once holds a token that has ended by the time the socket reconnects, and a log that keeps addresses has it. Code that awaits the token without a limit is locked for good by one that never comes.',
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
      text: 'OWASP: a token in a query string appears in access logs; one in a message does not.',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html',
    },
    {
      text: 'A token function that rejects is an attempt like any other: one library was locked by it.',
      url: 'https://github.com/pladaria/reconnecting-websocket/pull/166',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
