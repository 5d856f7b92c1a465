import type { Pattern } from './pattern.ts';

export const EVERY_MESSAGE: Pattern = {
  folder: '05-every-message',
  group: 'basics',
  title: 'Every message, once',
  lesson: 'Handle a message in the listener, when it comes; state is only what you show.',
  view: 'EveryMessage.tsx',
  symptoms: [
    'My effect on lastMessage misses messages',
    'Two equal messages in a row, and the second does nothing',
    'The handler runs twice in StrictMode',
  ],
  prevents:
    'An effect on the last message in state sees one message for each render. Of those that arrive together, all but the last are lost, without an error.',
  notNeeded:
    'You do not need it when only the newest value counts, as with a price: then the last message in state is enough. A well-kept library is react-use-websocket, with its option onMessage.',
  rules: [
    {
      text: 'React batches state updates: it renders once for all that are made before it gets to render.',
      url: 'https://react.dev/learn/queueing-a-series-of-state-updates#react-batches-state-updates',
    },
    {
      text: 'What runs because something happened belongs in the event handler, not in an effect.',
      url: 'https://react.dev/learn/you-might-not-need-an-effect#sharing-logic-between-event-handlers',
    },
    {
      text: 'State updaters must be pure: StrictMode runs each one twice.',
      url: 'https://react.dev/reference/react/useState#my-initializer-or-updater-function-runs-twice',
    },
  ],
};
