import type { Pitfall } from '../../catalogue/pitfall.ts';

export const NO_CLEAN_UP: Pitfall = {
  folder: 'p02-no-clean-up',
  title: 'An effect without a clean-up',
  symptoms: [
    'The WebSocket opens twice in development',
    'Two connections in StrictMode',
    'The connection stays open after I leave the page',
    'Old sockets pile up with each navigation',
  ],
  why: 'React undoes an effect by what the effect returns, and this one returns nothing, so its socket outlives the component, and each mount adds one. StrictMode mounts twice in development to show you exactly this; return a function that closes the socket.',
  figure: { label: 'Not closed', when: 'after the unmount', broken: { atLeast: 1 }, fixed: 0 },
  pattern: '01-use-effect',
  leaks: true,
};
