import type { Pattern } from './pattern.ts';

export const TABS: Pattern = {
  folder: '42-tabs',
  group: 'platform',
  title: 'One socket for all tabs',
  lesson:
    'A Web Lock elects one tab, a BroadcastChannel tells the others, and an epoch says whose word counts.',
  view: 'TabSocket.tsx',
  symptoms: [
    'Each tab opens a socket of its own',
    'The user has ten tabs open, and the server refuses more connections',
    'How do I share one WebSocket between tabs?',
  ],
  prevents:
    'With a heartbeat in localStorage, a tab that is slow is taken for dead: two tabs lead, and each message is there twice. The browser knows who has crashed, and gives the lock to the next tab at once.',
  notNeeded:
    'You do not need it where a few sockets more cost nothing: HTTP/2 and most servers carry them well. Where every browser that you support has it, a SharedWorker holds one socket for all tabs with less code. A well-kept library for the election alone: broadcast-channel.',
  rules: [
    {
      text: 'A lock is released when its tab is closed or crashes, and the next tab that waits gets it.',
      url: 'https://w3c.github.io/web-locks/#agent-integration',
    },
    {
      text: 'With `steal`, a tab takes the lock from one that holds it and does not answer; the promise of that one rejects.',
      url: 'https://w3c.github.io/web-locks/#dom-lockoptions-steal',
    },
    {
      text: 'A BroadcastChannel reaches the other tabs of the same origin, and not the one that speaks.',
      url: 'https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts',
    },
    {
      text: 'Chrome does not freeze a page that holds a Web Lock which others wait for; other browsers may.',
      url: 'https://developer.chrome.com/blog/freezing-on-energy-saver',
    },
  ],
  receives: 'each event once',
  differs: {
    endings: 'It does not stay closed: it waits, and connects again.',
    copies: 'That is what it is for: they share one socket, as tabs do.',
    moves: 'Another address has other events.',
  },
};
