import type { Pitfall } from '../../catalogue/pitfall.ts';

export const TOKEN_IN_URL: Pitfall = {
  folder: 'p21-token-in-url',
  title: 'A token in the URL',
  symptoms: [
    'The access token shows up in the server logs',
    'How do I send an Authorization header with a WebSocket?',
    'Token in the query string of a WebSocket',
    'The reconnect uses an expired token',
  ],
  why: 'Servers, proxies and tools write down the URLs that are asked for, so a token in one is in the hands of whoever reads a log; and a URL that was built once has an old token at the next attempt. Send the token as the first message.',
  figure: {
    label: 'Tokens in its URL',
    when: 'after one login',
    broken: 1,
    fixed: 0,
  },
  pattern: '18-token',
  rules: [
    {
      text: 'OWASP: a token in a query string appears in access logs; one in a message does not.',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html',
    },
  ],
};
