import type { Pattern } from './pattern.ts';

export const HEARTBEAT: Pattern = {
  folder: '14-heartbeat',
  group: 'staying-connected',
  title: 'Find a dead line by asking',
  lesson: 'Silence is found by asking; a dead socket is left at once, and not waited for.',
  view: 'HeartbeatSocket.tsx',
  symptoms: [
    'readyState is OPEN, but no messages arrive',
    'The connection drops after 60 seconds',
    'It does not notice that the Wi-Fi is off',
  ],
  prevents:
    'Code that waits for `close` after a missed answer waits a minute more: that is how long Chromium waits for the answer to its Close frame.',
  notNeeded:
    'You do not need it when the server sends something every few seconds anyway, and you watch for that. In the clients of Socket.IO and Centrifuge the server pings, and the client watches.',
  rules: [
    {
      text: 'Proxies cut a line that is idle: nginx after 60 seconds, so 25 to 30 seconds is the usual interval.',
      url: 'https://nginx.org/en/docs/http/websocket.html',
    },
    {
      text: 'A browser offers no ping to scripts: the question is a message of your own.',
      url: 'https://websockets.spec.whatwg.org/#ping-and-pong-frames',
    },
    {
      text: 'A closed page must not hear the old socket: it may report its end up to a minute late.',
      url: 'https://github.com/vueuse/vueuse/issues/3177',
    },
  ],
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
