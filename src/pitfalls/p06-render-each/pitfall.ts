import type { Pitfall } from '../../catalogue/pitfall.ts';

export const RENDER_EACH: Pitfall = {
  folder: 'p06-render-each',
  title: 'A render for each message',
  symptoms: [
    'The page freezes when many messages come',
    'Too many renders with a fast WebSocket',
    'React is slow with real-time data',
    'The CPU is at 100 % while the stream runs',
  ],
  why: '`flushSync`, or a state update for each of many messages that come apart, makes React render each time, while a screen shows sixty pictures a second at best, and the next click waits behind all of it. Collect what comes, and render once a frame.',
  figure: {
    label: 'Renders',
    when: 'for 1,000 messages',
    broken: { atLeast: 1_000 },
    fixed: { atMost: 300 },
  },
  pattern: '29-once-a-frame',
};
