import type { Pattern } from './pattern.ts';

export const BACK_FORWARD: Pattern = {
  folder: '17-back-forward',
  group: 'staying-connected',
  title: 'Come back by the Back button',
  lesson: 'The page keeps its place and loses its socket: connect at once on `pageshow`.',
  view: 'BackForward.tsx',
  symptoms: [
    'After the Back button the page shows old data',
    'The socket is dead after going back',
    'The page is not in the back/forward cache because of a WebSocket',
  ],
  prevents:
    'Code that closes in `beforeunload` also closes for a download, or when the user chooses to stay, and nothing opens the socket again. Code that waits for `close` shows old data as if it were live.',
  notNeeded:
    'You do not need it where reconnecting a moment later does no harm: `error` and `close` come after the return, and pattern 10 does the rest.',
  rules: [
    {
      text: 'Chromium 156 ends an open socket when it keeps the page. On the return the socket says OPEN at first; then come `error` and `close` 1006. A test of the lab goes back in a real browser.',
      url: 'https://github.com/whatwg/html/issues/12085',
    },
    {
      text: 'A page that closes its connections in `pagehide` and opens them in `pageshow` can be kept by every browser.',
      url: 'https://web.dev/articles/bfcache',
    },
    {
      text: '`pageshow` also comes when a page has just been loaded: only `persisted` says that it was kept.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/PageTransitionEvent/persisted',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
