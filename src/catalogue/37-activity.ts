import type { Pattern } from './pattern.ts';

export const ACTIVITY: Pattern = {
  folder: '37-activity',
  group: 'platform',
  title: 'Hidden by Activity',
  lesson:
    'What `<Activity>` hides is disconnected: hold the socket above it, or remember the position and ask for the rest.',
  view: 'ActivityFeed.tsx',
  symptoms: [
    'Messages are missing when a tab is shown again',
    'The socket closes when Activity hides my component',
    'The list is old after switching back to a tab',
  ],
  prevents:
    '`<Activity>` ends the effects of what it hides and keeps its state. A list whose component holds the socket comes back as it was, goes on from now, and has a hole that no error tells of.',
  notNeeded:
    'You do not need it where hidden components are unmounted: they begin again, and fetch what they show. A query library such as TanStack Query, which fetches when a component is mounted, does the same without a position.',
  rules: [
    {
      text: 'While it is hidden, React ends all effects of an Activity’s children, and keeps their state.',
      url: 'https://react.dev/reference/react/Activity',
    },
    {
      text: 'A hidden Activity still renders, at a lower priority.',
      url: 'https://react.dev/reference/react/Activity#pre-rendering-content-thats-likely-to-become-visible',
    },
  ],
  receives: 'each event once',
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
    moves: 'Another address has other events.',
    reveals: 'React renders what is hidden when it has nothing else to do.',
  },
};
