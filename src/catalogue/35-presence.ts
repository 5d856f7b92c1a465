import type { Pattern } from './pattern.ts';

export const PRESENCE: Pattern = {
  folder: '35-presence',
  group: 'receiving',
  title: 'Who is here, who types',
  lesson:
    'Take who is here from the server’s list, drop it when the line is lost, and let typing end by itself.',
  view: 'PresenceRoom.tsx',
  symptoms: [
    'Users who have left are still shown as online',
    'Someone goes offline when they close one of two tabs',
    'The typing indicator never goes away',
    'How do I show who is online?',
  ],
  prevents:
    'A list that is kept by goodbye messages fills with ghosts: a page that crashes, or loses its network, says no goodbye. And where one is heard, a user with two tabs is gone when the first is closed.',
  notNeeded:
    'You do not need it when a count is enough: let the server send that. Services that bring it with their client: Liveblocks, Ably and Supabase Realtime; Phoenix has it in its channels.',
  rules: [
    {
      text: 'Presence is removed by the server, when the connection ends or a time-out says so: a cut cable sends no Close frame.',
      url: 'https://www.rfc-editor.org/rfc/rfc6455#section-7.1.7',
    },
    {
      text: 'A browser may end a page without any event, so no handler can be sure to say goodbye.',
      url: 'https://developer.chrome.com/docs/web-platform/page-lifecycle-api',
    },
    {
      text: 'Phoenix sends a state and then diffs, keeps diffs that come before the state, and counts the connections of one user.',
      url: 'https://hexdocs.pm/phoenix/js/#presence',
    },
  ],
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
  },
};
