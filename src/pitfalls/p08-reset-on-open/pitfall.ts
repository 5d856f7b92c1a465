import type { Pitfall } from '../../catalogue/pitfall.ts';

export const RESET_ON_OPEN: Pitfall = {
  folder: 'p08-reset-on-open',
  title: 'The back-off begins again at each open',
  symptoms: [
    'The client reconnects every second although the server is overloaded',
    'Reconnect loop: open, close, open, close',
    'Exponential backoff does not grow',
    'The retry counter is always 1',
  ],
  why: 'A server that is overloaded accepts and closes at once, so each `open` puts the wait back to the shortest, and the clients never leave it alone. Only a message proves that the server works: begin again with short waits then.',
  figure: {
    label: 'Retries',
    when: 'in a minute in which the server accepts and closes at once',
    broken: { atLeast: 30 },
    fixed: { atMost: 15 },
  },
  pattern: '11-stable-reset',
};
