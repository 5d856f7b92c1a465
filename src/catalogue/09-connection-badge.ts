import type { Pattern } from './pattern.ts';

export const CONNECTION_BADGE: Pattern = {
  folder: '09-connection-badge',
  group: 'staying-connected',
  title: 'Tell the user, but not at every blip',
  lesson: 'Say that the connection is lost after five seconds, and say at once that it is back.',
  view: 'ConnectionBadge.tsx',
  symptoms: [
    'A toast pops up at every reconnect',
    'How do I show that the user is offline?',
    'The connection banner flickers',
  ],
  prevents: 'A notice at each loss, however short, teaches the user to ignore all of them.',
  notNeeded:
    'You do not need it when nothing on the page depends on fresh data. A well-kept library that does it: Liveblocks, with `useLostConnectionListener`.',
  rules: [
    {
      text: 'A polite live region is read once the user pauses: a status belongs there.',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html',
    },
    {
      text: 'Liveblocks waits five seconds before it tells of a lost connection.',
      url: 'https://liveblocks.io/docs/api-reference/liveblocks-client',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
