import type { Pattern } from './pattern.ts';

export const HIDDEN_TAB: Pattern = {
  folder: '16-hidden-tab',
  group: 'staying-connected',
  title: 'Rest while the tab is hidden',
  lesson: 'Make no attempts while no one looks, and ask before you trust the line again.',
  view: 'HiddenTab.tsx',
  symptoms: [
    'The socket disconnects when the phone or the laptop sleeps',
    'The connection is dead when I come back to the tab',
    'Heartbeats stop in a background tab',
    'The laptop wakes up and the socket is stale',
  ],
  prevents:
    'A heartbeat of chained timers misses its beats: Chrome runs those of a page that has been hidden for five minutes once a minute.',
  notNeeded:
    'You do not need it when the page must go on in the background, such as a call. Liveblocks leaves a hidden tab after its `backgroundKeepAliveTimeout`.',
  rules: [
    {
      text: 'Chrome runs the chained timers of a page hidden for five minutes once a minute.',
      url: 'https://developer.chrome.com/blog/timer-throttling-in-chrome-88',
    },
    {
      text: 'Phoenix schedules each beat by the reply to the last one, so that Chrome does not slow it down.',
      url: 'https://github.com/phoenixframework/phoenix/pull/4309',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
