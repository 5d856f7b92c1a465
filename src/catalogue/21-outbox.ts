import type { Pattern } from './pattern.ts';

export const OUTBOX: Pattern = {
  folder: '21-outbox',
  group: 'sending',
  title: 'An outbox with a limit',
  lesson:
    'What cannot be sent yet waits, in order and behind the login: a bounded number of messages, for a bounded time.',
  view: 'OutboxSocket.tsx',
  symptoms: [
    'Still in CONNECTING state',
    'Messages are lost while it reconnects',
    'After a reconnect, everything is sent at once, before my login',
  ],
  prevents:
    'A queue without a limit grows for as long as the server is away, and then floods it with messages that no one waits for any more. A queue that is sent on `open` comes before the login, and a server that wants the login first closes the connection.',
  notNeeded:
    'You do not need it when a message that cannot be sent now is worthless later, as a cursor is: drop it. It does not know what has arrived: pattern 22 does. A well-kept library that keeps messages while it is offline: Socket.IO, without a limit.',
  rules: [
    {
      text: 'What was handed to a socket may still be lost with it: send() reports nothing.',
      url: 'https://websockets.spec.whatwg.org/#dom-websocket-send',
    },
    {
      text: 'Socket.IO keeps what is emitted while it is not connected, and warns of the spike when it is back.',
      url: 'https://socket.io/docs/v4/client-offline-behavior/',
    },
    {
      text: 'A login belongs before the queue: in one library it could not be sent first.',
      url: 'https://github.com/socketio/socket.io-client/issues/305',
    },
  ],
  delivers: 'at most once',
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
