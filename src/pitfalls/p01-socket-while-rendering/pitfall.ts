import type { Pitfall } from '../../catalogue/pitfall.ts';

export const SOCKET_WHILE_RENDERING: Pitfall = {
  folder: 'p01-socket-while-rendering',
  title: 'A socket made while rendering',
  symptoms: [
    'Every render opens another WebSocket',
    'The component opens hundreds of connections',
    'useState(new WebSocket(url)) opens a connection again and again',
    'The message arrives, but the component does not show it',
  ],
  why: 'A component renders often, and React may render it without ever showing the result, so each render makes one more socket that no one closes. Make the socket in an effect, which runs when the component is on the page, and whose clean-up closes it.',
  figure: { label: 'Not closed', when: 'after ten renders', broken: { atLeast: 10 }, fixed: 1 },
  pattern: '01-use-effect',
  leaks: true,
};
