import type { Pattern } from './pattern.ts';

export const SUSPENSE: Pattern = {
  folder: '38-suspense',
  group: 'platform',
  title: 'Suspend until the first message',
  lesson:
    'Suspend on the first message only, on a promise that is kept above the boundary, and let it fail.',
  view: 'SuspendedFeed.tsx',
  symptoms: [
    'My component suspends for ever',
    'A new socket opens each time the component suspends',
    'The spinner comes back with every message',
    'A component was suspended by an uncached promise',
  ],
  prevents:
    'A promise that is made while rendering is another one at each render: React waits for it, renders again, and finds the next. If the socket is made with it, each of those renders opens one, and no effect is there to close them.',
  notNeeded:
    'You do not need it when the page has something to show before the first message: render that, and the status. Well-kept libraries that keep the promise for you: TanStack Query (`useSuspenseQuery`) and Relay.',
  rules: [
    {
      text: 'React keeps no state of a component that suspends before it has mounted for the first time.',
      url: 'https://react.dev/reference/react/Suspense#caveats',
    },
    {
      text: '`use` wants the same promise at each render, made outside the component that suspends.',
      url: 'https://react.dev/reference/react/use#promise-caveats',
    },
    {
      text: 'Do not suspend on the value of a store: what is already shown would be replaced by the fallback.',
      url: 'https://react.dev/reference/react/useSyncExternalStore#caveats',
    },
  ],
  differs: {
    reveals:
      'React leaves a fallback on screen for a moment, in its own time, before it shows what was suspended.',
  },
};
