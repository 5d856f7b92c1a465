import type { Pattern } from './pattern.ts';

export const HERD: Pattern = {
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
};
