import type { Pattern } from './pattern.ts';

export const ONCE_A_FRAME: Pattern = {
  folder: '29-once-a-frame',
  group: 'receiving',
  title: 'Once a frame',
  lesson:
    'Collect what comes, and render once a frame; let what begins, ends or fails through at once.',
  view: 'OnceAFrame.tsx',
  symptoms: [
    'The page freezes when many messages come',
    'Too many renders a second',
    'Memory grows while the tab is in the background',
  ],
  prevents:
    'A state update for each message renders for each task in which some arrive, and `flushSync` for each message: at 5,000 a second nothing is left for clicks and scrolling.',
  notNeeded:
    'You do not need it below some tens of messages a second: React renders once for those that arrive together. A well-kept library for the timing alone is RxJS, with `auditTime` and its animation frame scheduler.',
  rules: [
    {
      text: 'A browser runs no animation frames in a hidden page: what waits for one needs a bound.',
      url: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/requestAnimationFrame',
    },
    {
      text: 'React batches updates that are made in one event, and not those of several events.',
      url: 'https://react.dev/learn/queueing-a-series-of-state-updates#react-batches-state-updates',
    },
    {
      text: '`flushSync` makes React render at once, and may cost much time.',
      url: 'https://react.dev/reference/react-dom/flushSync',
    },
  ],
  lists: 20,
  differs: { frames: 'It shows what has come with the next frame.' },
};
