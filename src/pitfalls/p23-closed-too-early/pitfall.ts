import type { Pitfall } from '../../catalogue/pitfall.ts';

export const CLOSED_TOO_EARLY: Pitfall = {
  folder: 'p23-closed-too-early',
  title: 'A console line that is taken for a bug',
  symptoms: [
    'closed before the connection is established',
    'WebSocket is closed before the connection is established',
    'WebSocket connection failed in StrictMode only',
    'Should I turn off StrictMode because of the WebSocket?',
    'The warning comes twice in development only',
  ],
  why: 'The line says that a socket was closed during its handshake, which is what StrictMode does on purpose, and what a fast click on the next page does too: nothing is wrong. Do not turn StrictMode off, and do not wait for `open` before you close: a socket that still connects then stays open for ever.',
  figure: {
    label: 'Not closed',
    when: 'where the component leaves during the handshake',
    broken: { atLeast: 1 },
    fixed: 0,
  },
  pattern: '01-use-effect',
  leaks: true,
};
