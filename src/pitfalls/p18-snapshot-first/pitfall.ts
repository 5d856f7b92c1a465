import type { Pitfall } from '../../catalogue/pitfall.ts';

export const SNAPSHOT_FIRST: Pitfall = {
  folder: 'p18-snapshot-first',
  title: 'A snapshot, and then the subscription',
  symptoms: [
    'The data is wrong until I reload the page',
    'An update is missing after the first load',
    'Race condition between fetch and WebSocket',
    'The initial data and the live updates do not match',
  ],
  why: 'What changes after the server has read the snapshot and before it hears the subscription is in neither, and nothing ever says so. Subscribe first, and take the snapshot then; a version tells which of the two is newer.',
  figure: {
    label: 'Seats taken',
    when: 'while the server has 3, which were taken while the snapshot was on its way',
    broken: 0,
    fixed: 3,
  },
  pattern: '33-snapshot',
};
