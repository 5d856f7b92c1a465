import type { Pitfall } from '../../catalogue/pitfall.ts';

export const WAIT_FOR_CLOSE: Pitfall = {
  folder: 'p12-wait-for-close',
  title: 'Waiting for close on a dead line',
  symptoms: [
    'After a missed pong it takes a minute to reconnect',
    'socket.close() does not fire the close event',
    'readyState stays 2 (CLOSING)',
    'The connection hangs after the laptop wakes up',
  ],
  why: '`socket.close()` asks the other end to close too, and on a dead line no one answers, so the browser gives up only after its own limit, a minute in Chromium, and `close` comes then. Let go of the dead socket, and connect at once.',
  figure: {
    label: 'Seconds from one handshake to the next',
    when: 'on a line that goes silent at once: 25 until it is asked, 5 for the pong',
    broken: { atLeast: 90 },
    fixed: 30,
  },
  pattern: '14-heartbeat',
};
