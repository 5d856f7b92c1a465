import type { Pattern } from './pattern.ts';

export const EVENTS: Pattern = {
  folder: 'events',
  group: 'basics',
  title: 'The four events',
  lesson: 'Only close says how a connection ended; error says nothing at all.',
  view: 'SocketEvents.tsx',
  symptoms: ['The error event is empty', '1006', 'What is the difference between error and close?'],
  prevents:
    'Code that decides on error, or on wasClean, cannot tell a refusal from a lost connection.',
  notNeeded: 'You do not need it in a product: it is here to look at.',
  rules: [
    {
      text: 'A failed connection fires error, then close with 1006; the reason stays hidden from scripts on purpose.',
      url: 'https://websockets.spec.whatwg.org/#feedback-from-the-protocol',
    },
    {
      text: '1005 and 1006 never travel: they say that no code came, and that no Close frame came.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1',
    },
  ],
};
