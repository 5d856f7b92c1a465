import type { Pitfall } from '../../catalogue/pitfall.ts';

export const OLD_STATE: Pitfall = {
  folder: 'p03-old-state',
  title: 'A handler that sees old state',
  symptoms: [
    'State is always the initial value inside onmessage',
    'Stale closure in the WebSocket handler',
    'The handler uses the old props',
    'React Hook useEffect has a missing dependency',
  ],
  why: 'The listener is the one of the first render, and it sees the variables of that render for ever. An effect event sees those of the latest, and the socket need not be opened again for it.',
  figure: {
    label: 'Rate used',
    when: 'for a price that comes after the user has chosen 2',
    broken: 1,
    fixed: 2,
  },
  pattern: '04-custom-hook',
  lint: ['react-hooks/exhaustive-deps'],
};
