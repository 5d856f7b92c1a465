import type { Pattern } from './pattern.ts';

export const SUBPROTOCOL: Pattern = {
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
    'A token as the only protocol: the server must send back one that was offered, so it must send back the token, and a log that keeps headers has it twice. A server that sends back none is closed with 1006.',
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
};
