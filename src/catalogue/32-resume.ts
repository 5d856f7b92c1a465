import type { Pattern } from './pattern.ts';

export const RESUME: Pattern = {
  folder: '32-resume',
  group: 'receiving',
  title: 'Resume where you were',
  lesson:
    'Remember the number of the last event, ask for the rest after a reconnect, and start again where the server no longer has it.',
  view: 'ResumeSocket.tsx',
  symptoms: [
    'Messages that were sent while I was offline are missing',
    'After a reconnect some messages come twice',
    'How do I replay events after a reconnect?',
  ],
  prevents:
    'A client that connects again and goes on from there misses what was sent in between, without any error. One whose position exists only after the first message cannot ask for anything when its connection ends before that.',
  notNeeded:
    'You do not need it when the newest value is all that counts: then ask for that after a reconnect. Well-kept libraries that do it: Centrifuge, with its history and recovery, and Socket.IO, with connection state recovery.',
  rules: [
    {
      text: 'A client that has received nothing has no offset in Socket.IO’s recovery, and cannot recover.',
      url: 'https://github.com/socketio/socket.io/issues/4888',
    },
    {
      text: 'A server keeps its history for some time only: be ready to hear that a position is too old.',
      url: 'https://centrifugal.dev/docs/server/history_and_recovery',
    },
    {
      text: 'The same idea over HTTP: an event source sends the id of its last event when it connects again.',
      url: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header',
    },
  ],
  receives: 'each event once',
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
    moves: 'Another address has other events.',
  },
};
