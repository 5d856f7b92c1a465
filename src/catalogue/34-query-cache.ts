import type { Pattern } from './pattern.ts';

export const QUERY_CACHE: Pattern = {
  folder: '34-query-cache',
  group: 'receiving',
  title: 'A query cache',
  lesson:
    'The socket says what has changed, and the cache of TanStack Query decides what to fetch.',
  view: 'QueryCache.tsx',
  symptoms: [
    'How do I use TanStack Query with a WebSocket?',
    'Each event causes a refetch, and the server is overloaded',
    'invalidateQueries does nothing while the first fetch is running',
    'After a reconnect the page shows old data',
  ],
  prevents:
    'With a refetch for each event, a hundred events are a hundred fetches, and their answers overtake each other. And an event during the first fetch is lost: the fetch goes on, and what it read before the event passes for fresh.',
  needs: '@tanstack/react-query',
  notNeeded:
    'You do not need it when the event carries the new value: write that into the cache, by `setQueryData`. Where a socket brings all the data, use a store (28) and no query.',
  rules: [
    {
      text: '`invalidateQueries` marks every query that matches, and fetches again only those that a component shows.',
      url: 'https://tanstack.com/query/latest/docs/framework/react/guides/query-invalidation',
    },
    {
      text: 'A first fetch that is running is not begun again by it: cancel first.',
      url: 'https://github.com/TanStack/query/issues/8530',
    },
    {
      text: 'A query that is cancelled goes back to what it was before, and its answer is ignored.',
      url: 'https://tanstack.com/query/latest/docs/framework/react/guides/query-cancellation',
    },
  ],
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
  },
};
