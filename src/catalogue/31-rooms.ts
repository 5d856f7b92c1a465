import type { Pattern } from './pattern.ts';

export const ROOMS: Pattern = {
  folder: '31-rooms',
  group: 'receiving',
  title: 'Rooms that are joined again',
  lesson:
    'Join each watched room again after a reconnect, leave what no one watches, and ignore what is from before the join.',
  view: 'RoomWatchers.tsx',
  symptoms: [
    'After a reconnect the socket is open, and no messages come',
    'Two components subscribe to the same channel twice',
    'I get messages of a room that I have left',
  ],
  prevents:
    'A client that connects again and does not join again is open and hears nothing, without any error. One that does not tell its joins apart shows the messages of a room as it was before.',
  notNeeded:
    'You do not need it when the address says what the page wants, and each page has one room: then a new URL is a new room. Well-kept libraries that do it: Phoenix channels, Centrifuge and Supabase Realtime.',
  rules: [
    {
      text: 'A connection that was made again has to subscribe again: one library forgot it.',
      url: 'https://github.com/trpc/trpc/issues/2776',
    },
    {
      text: 'Phoenix’s client numbers its joins, and drops a message whose `join_ref` is not that of the newest.',
      url: 'https://app.unpkg.com/phoenix@1.8.3/files/assets/js/phoenix/channel.js',
    },
    {
      text: 'React unmounts the old component and mounts the new one in one commit: leave the room after that, and not in between.',
      url: 'https://react.dev/reference/react/useEffect#parameters',
    },
  ],
  lists: 50,
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
