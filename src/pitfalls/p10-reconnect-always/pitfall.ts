import type { Pitfall } from '../../catalogue/pitfall.ts';

export const RECONNECT_ALWAYS: Pitfall = {
  folder: 'p10-reconnect-always',
  title: 'Reconnecting whatever the server says',
  symptoms: [
    'The client reconnects after logout',
    'It keeps reconnecting with an invalid token',
    'Endless reconnects after close code 1008',
    'Close code 4401 again and again',
  ],
  why: 'A server that closes with 1008 or 4401 has decided, and asking again with the same request gets the same answer, as often as you ask. Read the code: come back only where another attempt can end in another way.',
  figure: {
    label: 'Retries',
    when: 'in ten seconds in which the server closes each connection with 1008',
    broken: { atLeast: 5 },
    fixed: 0,
  },
  pattern: '12-close-codes',
};
