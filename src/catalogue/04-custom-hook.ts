import type { Pattern } from './pattern.ts';

export const CUSTOM_HOOK: Pattern = {
  folder: '04-custom-hook',
  group: 'basics',
  title: 'A socket as a hook',
  lesson: 'The connection depends on the URL; the handler always sees the latest render.',
  view: 'CustomHook.tsx',
  symptoms: [
    'The socket reconnects on every render',
    'My message handler sees old state',
    'useEffect runs again because the callback changes',
  ],
  prevents:
    'With the handler among the dependencies, each render closes the socket and opens another one.',
  notNeeded:
    'You do not need it for a single component: 01 is enough. A well-kept library with such a hook is react-use-websocket.',
  rules: [
    {
      text: 'An effect event sees the latest props and state, and is no dependency of the effect.',
      url: 'https://react.dev/reference/react/useEffectEvent',
    },
    {
      text: 'Objects and functions made while rendering are different for each render: as dependencies, they run the effect each time.',
      url: 'https://react.dev/learn/removing-effect-dependencies#does-some-reactive-value-change-unintentionally',
    },
  ],
};
