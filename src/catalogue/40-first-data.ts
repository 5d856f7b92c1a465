import type { Pattern } from './pattern.ts';

export const FIRST_DATA: Pattern = {
  folder: '40-first-data',
  group: 'platform',
  title: 'First data from the server',
  lesson:
    'The HTML has the first data and its position, and the socket goes on from there: no second fetch, and no hole.',
  view: 'ContinuedFeed.tsx',
  symptoms: [
    'Messages between server rendering and the WebSocket are missing',
    'Hydration failed because the server rendered text did not match the client',
    'The page shows its data, then a spinner, then the same data again',
    'How do I combine server components with a WebSocket?',
  ],
  prevents:
    'A page that fetches again when it is mounted shows everything twice, one after the other. One that listens from now on misses what happened while it was sent, loaded and hydrated, and nothing tells of the hole.',
  notNeeded:
    'You do not need it where only the newest value counts: let the server send that first on each connection. TanStack Query does the first half: `HydrationBoundary` hands the data of the server to the cache of the browser.',
  rules: [
    {
      text: 'What a component renders first in the browser must be what the server has rendered: from the same props, and nothing that differs by time or place.',
      url: 'https://react.dev/reference/react-dom/client/hydrateRoot#hydrating-server-rendered-html',
    },
    {
      text: 'Effects run in the browser only, after hydration: the place for the socket.',
      url: 'https://react.dev/reference/react/useEffect#caveats',
    },
    {
      text: 'Props of a client component travel in the HTML, so they must be serializable.',
      url: 'https://react.dev/reference/rsc/use-client#serializable-types',
    },
  ],
  receives: 'each event once',
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
    moves: 'Another address has other events.',
  },
};
