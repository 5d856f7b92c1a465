import type { Pattern } from './pattern.ts';

export const STORE: Pattern = {
  folder: '28-store',
  group: 'receiving',
  title: 'A store, and a slice for each component',
  lesson: 'The socket writes into a store, and each component reads the slice that it shows.',
  view: 'TopicStore.tsx',
  symptoms: [
    'Every row renders for every message',
    'My context renders the whole page',
    'useSyncExternalStore: Maximum update depth exceeded',
  ],
  prevents:
    'With the whole state in a context, each message renders every component that reads any of it. With fifty rows, that is fifty renders for a message about one.',
  notNeeded:
    'You do not need it when one component shows all that comes: then state in that component is enough. Well-kept libraries that do it: Zustand, whose stores have selectors, and nanostores.',
  rules: [
    {
      text: 'The snapshot must be the same object while nothing has changed: a selector that makes one renders without end.',
      url: 'https://react.dev/reference/react/useSyncExternalStore#im-getting-an-error-the-result-of-getsnapshot-should-be-cached',
    },
    {
      text: 'On the server there is no socket: the third argument says what to render there, and while hydrating.',
      url: 'https://react.dev/reference/react/useSyncExternalStore#adding-support-for-server-rendering',
    },
    {
      text: 'React renders all components that read a context when its value is another one.',
      url: 'https://react.dev/reference/react/useContext#optimizing-re-renders-when-passing-objects-and-functions',
    },
  ],
};
