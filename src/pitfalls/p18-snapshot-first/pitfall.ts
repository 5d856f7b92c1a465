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
  why: 'What changes between the reading of the snapshot and the arrival of the subscription is in neither, and nothing ever says so. Subscribe first, and take the snapshot then; a version tells which of the two is newer.',
  figure: {
    label: 'Seats taken',
    when: 'where the server has 3',
    broken: 0,
    fixed: 3,
  },
  pattern: '33-snapshot',
};
