import type { Pattern } from './pattern.ts';

export const CHAT: Pattern = {
  folder: 'chat',
  group: 'products',
  title: 'Chat',
  lesson:
    'A chat that loses no message and shows none twice: said at once, acknowledged, resumed after a loss, unread while you were away, with who is here and who types.',
  view: 'Chat.tsx',
  symptoms: [
    'Chat messages are lost when the connection drops',
    'A message is shown twice after a reconnect',
    'Messages are out of order after a reconnect',
    'How do I build a chat in React?',
  ],
  madeOf: [
    '10-reconnect',
    '16-hidden-tab',
    '22-acknowledged',
    '24-optimistic',
    '32-resume',
    '35-presence',
  ],
  prevents:
    'Each pattern alone leaves a hole for the next: with acks and no position, what others said meanwhile is lost; with a position and no ids, the message that was sent again is there twice.',
  notNeeded:
    'You do not need to write it where a service brings its own client: Stream, Ably, Liveblocks and Supabase Realtime do.',
  rules: [
    {
      text: 'The server’s order is the order: what it does not have yet stands at the end.',
      url: 'https://centrifugal.dev/docs/server/history_and_recovery',
    },
    {
      text: 'What comes back with its own id proves as much as an ack.',
      url: 'https://socket.io/docs/v4/delivery-guarantees',
    },
  ],
  delivers: 'shown once',
  receives: 'each event once',
  differs: {
    messages: 'It shows the messages of its chat; what else the server sends is none.',
    endings: 'It does not stay closed: it waits, and connects again.',
    moves: 'Another address is another room.',
  },
};
