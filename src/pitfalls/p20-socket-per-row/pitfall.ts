import type { Pitfall } from '../../catalogue/pitfall.ts';

export const SOCKET_PER_ROW: Pitfall = {
  folder: 'p20-socket-per-row',
  title: 'A socket in each row',
  symptoms: [
    'Each list item opens its own WebSocket',
    'Too many connections, and the browser refuses more',
    'The hook is used in twenty components and opens twenty sockets',
    'WebSocket connection failed: Insufficient resources',
  ],
  why: 'A hook shares code, and no state: each component that calls it has a socket of its own, with its own handshake, login and buffers. Open one socket above the rows, and hand down what it brings.',
  figure: { label: 'Not closed', when: 'for 20 rows', broken: 20, fixed: 1 },
  pattern: '30-shared-socket',
};
