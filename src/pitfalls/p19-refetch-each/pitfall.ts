import type { Pitfall } from '../../catalogue/pitfall.ts';

export const REFETCH_EACH: Pitfall = {
  folder: 'p19-refetch-each',
  title: 'A fetch for each event',
  symptoms: [
    'invalidateQueries on every message floods the API',
    'Hundreds of requests while the stream runs',
    '429 Too Many Requests after WebSocket events',
    'Refetch storm',
  ],
  why: 'A hundred events say a hundred times that the same thing is old, and one fetch makes it new, so the other ninety-nine load your server for nothing. Fetch at the first, and at most four times a second while more come.',
  figure: { label: 'Fetches', when: 'for 100 events at once', broken: 100, fixed: { atMost: 4 } },
  pattern: '34-query-cache',
};
