import type { Pattern } from './pattern.ts';

export const LIVE_TABLE: Pattern = {
  folder: 'live-table',
  group: 'products',
  title: 'Live table',
  lesson:
    'A table of 200 rows that follows 5,000 changes a second: right at each moment, and no row renders for another.',
  view: 'LiveTable.tsx',
  symptoms: [
    'My dashboard freezes with live data',
    'How do I show thousands of price updates a second in React?',
    'All rows render when one changes',
  ],
  madeOf: ['10-reconnect', '28-store', '29-once-a-frame', '33-snapshot'],
  prevents:
    'With a state update for each change the page renders all day and answers no click. With a socket in each row there are 200 of them. With deltas alone one that is lost stays wrong.',
  notNeeded:
    'You do not need it below some tens of changes a second. A well-kept library for the table itself is AG Grid, with its transactions.',
  rules: [
    {
      text: 'A browser lays out and paints only what is in sight, where `content-visibility` is `auto`.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/CSS/content-visibility',
    },
    {
      text: 'A store’s snapshot is the same object until it changes.',
      url: 'https://react.dev/reference/react/useSyncExternalStore#caveats',
    },
  ],
  differs: {
    messages: 'It shows the rows of its table; what else the server sends is none.',
    endings: 'It does not stay closed: it waits, and connects again.',
    frames: 'It shows what has come with the next frame.',
  },
};
