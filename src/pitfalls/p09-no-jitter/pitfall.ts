import type { Pitfall } from '../../catalogue/pitfall.ts';

export const NO_JITTER: Pitfall = {
  folder: 'p09-no-jitter',
  title: 'A back-off without chance',
  symptoms: [
    'All clients reconnect at the same moment',
    'The server falls over again right after its restart',
    'Thundering herd after a deploy',
  ],
  why: 'A restart ends all connections at once, and clients that double their wait by the same rule come back at once as well, wave after wave. A wait at random from the same window spreads them over all of it.',
  figure: {
    label: 'In the busiest 100 ms',
    when: 'of 200 clients that come back',
    broken: 200,
    fixed: { atMost: 12 },
  },
  pattern: '19-herd',
};
