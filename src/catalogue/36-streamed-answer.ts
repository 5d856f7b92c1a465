import type { Pattern } from './pattern.ts';

export const STREAMED_ANSWER: Pattern = {
  folder: '36-streamed-answer',
  group: 'receiving',
  title: 'Streamed answer',
  lesson:
    'Put an answer together from numbered pieces, stop it at once, and go on behind the last piece after a loss.',
  view: 'StreamedAnswers.tsx',
  symptoms: [
    'The AI answer goes on after I press stop',
    'Words of one answer end up in another',
    'A streamed answer has a hole after a reconnect',
  ],
  prevents:
    'A page that appends whatever comes puts the rest of a stopped answer into the next one, and says a part twice when the server sends it again after a loss.',
  notNeeded:
    'You do not need a WebSocket for answers alone: a `fetch` whose body is read as a stream, or server-sent events, do it. Vercel’s AI SDK is a well-kept library for that.',
  rules: [
    {
      text: 'What a socket has received before you stopped listening is still delivered: ignore it by its id.',
      url: 'https://websockets.spec.whatwg.org/#feedback-from-the-protocol',
    },
    {
      text: 'Over HTTP the browser remembers the last event for you, and sends its id when it connects again.',
      url: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#the-last-event-id-header',
    },
  ],
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
    moves: 'Another address has other answers.',
  },
};
