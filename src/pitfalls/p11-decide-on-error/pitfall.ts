import type { Pitfall } from '../../catalogue/pitfall.ts';

export const DECIDE_ON_ERROR: Pitfall = {
  folder: 'p11-decide-on-error',
  title: 'Deciding on error',
  symptoms: [
    'onerror says nothing about what went wrong',
    'The error event has no message',
    'The server closes the connection and onerror is not called',
    'Close code 1011 is never seen',
  ],
  why: '`error` carries nothing, by design, and it does not come at all when the server closes properly, with 1011 as with 1000. `close` always comes, after an error too, and brings the code.',
  figure: {
    label: 'Code seen',
    when: 'after the server has closed with 1011',
    broken: 0,
    fixed: 1_011,
  },
  pattern: 'events',
};
