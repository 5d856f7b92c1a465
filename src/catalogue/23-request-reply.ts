import type { Pattern } from './pattern.ts';

export const REQUEST_REPLY: Pattern = {
  folder: '23-request-reply',
  group: 'sending',
  title: 'Ask, and get the reply',
  lesson:
    'A request has an id, a deadline and an abort; and when its socket ends, so does everything that was asked on it.',
  view: 'RequestSocket.tsx',
  symptoms: [
    'How do I await the answer to a WebSocket message?',
    'The promise never settles after a disconnect',
    'Replies arrive for the wrong request',
  ],
  prevents:
    'A promise that waits for a reply only is pending for ever when the connection ends: the spinner turns, and its closure is never freed.',
  notNeeded:
    'You do not need it for what fetch can ask: HTTP has replies, deadlines and caches already. Well-kept libraries that do it over a socket: tRPC, graphql-ws, and Socket.IO with `emitWithAck`.',
  rules: [
    {
      text: 'A signal of the user and one of a time are put together by `AbortSignal.any`.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal/any_static',
    },
    {
      text: 'A call that was sent on a socket rejects when that socket ends: one library had three ways never to settle.',
      url: 'https://github.com/cloudflare/agents/pull/1746',
    },
    {
      text: 'A request that is unmounted is aborted, as a fetch is.',
      url: 'https://react.dev/reference/react/useEffect#fetching-data-with-effects',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
