import type { Pitfall } from '../../catalogue/pitfall.ts';

export const INLINE_OPTIONS: Pitfall = {
  folder: 'p04-inline-options',
  title: 'New options in each render',
  symptoms: [
    'The WebSocket reconnects on every render',
    'The socket closes and opens again whenever I type',
    'An object in the dependency list makes my effect run each time',
    'Infinite reconnect loop with useEffect',
  ],
  why: 'React compares dependencies by identity, and an object that a render makes is another one each time, so each render closes the socket and opens a new one. Make it outside the component, or depend on the values in it.',
  figure: {
    label: 'Sockets made',
    when: 'after ten renders',
    broken: { atLeast: 11 },
    fixed: { atMost: 2 },
  },
  pattern: '04-custom-hook',
  lint: ['react-hooks/exhaustive-deps'],
};
