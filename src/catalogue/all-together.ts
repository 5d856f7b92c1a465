import type { Pattern } from './pattern.ts';

export const ALL_TOGETHER: Pattern = {
  folder: 'all-together',
  group: 'staying-connected',
  title: 'All together',
  lesson:
    'One hook that reconnects, obeys close codes, finds dead lines, follows its page, and logs in with fresh tokens.',
  view: 'ReliableSocket.tsx',
  symptoms: [
    'Which WebSocket hook should I use in production?',
    'I need reconnect, heartbeat and auth in one hook',
    'How do these patterns fit together?',
  ],
  prevents:
    'Patterns put side by side disturb each other: a tab that is shown again reconnects after the server has said no, a retry comes before the time that the server asked for, a renewed token starts a second heartbeat.',
  notNeeded:
    'You do not need it when one or two of its patterns are enough, or when your server speaks the protocol of a library that brings its own client: Socket.IO, Centrifugo, Phoenix, graphql-ws.',
  rules: [
    {
      text: 'One place decides whether there is another attempt. Page and timers only decide when.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3',
    },
    {
      text: 'What begins with a socket ends with it: one undo for its limit, login, heartbeat and proof.',
      url: 'https://react.dev/learn/synchronizing-with-effects#step-3-add-cleanup-if-needed',
    },
    {
      text: 'An option that changes makes no other connection: `useEffectEvent` reads the latest ones.',
      url: 'https://react.dev/reference/react/useEffectEvent',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
