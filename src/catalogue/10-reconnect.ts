import type { Pattern } from './pattern.ts';

export const RECONNECT: Pattern = {
  folder: '10-reconnect',
  group: 'staying-connected',
  title: 'Reconnect with back-off',
  lesson:
    'Wait longer each time, at random, up to a limit; and stop the clock when the component unmounts.',
  view: 'Reconnect.tsx',
  symptoms: [
    'The socket does not reconnect after the server restarts',
    'It still reconnects after I leave the page',
    'All clients reconnect at the same moment',
  ],
  prevents:
    'With a fixed wait, or with the random part below the limit, all clients of a server that restarts return together and take it down again.',
  notNeeded:
    'You do not need it when the user can press a button to connect again. Well-kept libraries that do it: partysocket, react-use-websocket.',
  rules: [
    {
      text: 'The randomness comes after the limit, for each attempt, and for the first retry too.',
      url: 'https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/',
    },
    {
      text: 'An abnormal closure calls for a random wait before the first attempt, and for longer waits after it.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3',
    },
  ],
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
  },
};
