import type { Pitfall } from '../../catalogue/pitfall.ts';

export const CHAINED_TIMERS: Pitfall = {
  folder: 'p13-chained-timers',
  title: 'A heartbeat of chained timers',
  symptoms: [
    'The server disconnects clients in background tabs',
    'setTimeout is late in a hidden tab',
    'The heartbeat stops when the tab is in the background',
    'Disconnected after five minutes in the background',
  ],
  why: 'After five minutes in a hidden tab, Chromium runs a timer that a timer has set once a minute only, and a server that expects a beat every 25 seconds hangs up. Set the next beat when the pong arrives: a timer set by a message is in no chain.',
  figure: {
    label: 'Beats',
    when: 'in ten minutes in a hidden tab, where 24 are due',
    broken: { atMost: 18 },
    fixed: { atLeast: 23 },
  },
  pattern: '14-heartbeat',
  rules: [
    {
      text: 'Chromium checks chained timers once a minute where a page has been hidden for five minutes.',
      url: 'https://developer.chrome.com/blog/timer-throttling-in-chrome-88',
    },
  ],
};
