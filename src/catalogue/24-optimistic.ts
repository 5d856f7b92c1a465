import type { Pattern } from './pattern.ts';

export const OPTIMISTIC: Pattern = {
  folder: '24-optimistic',
  group: 'sending',
  title: 'Show it before the server does',
  lesson:
    'Show a message at once, mark it, and let the server’s word replace it: by an id that comes back, not by the text.',
  view: 'OptimisticChat.tsx',
  symptoms: [
    'My own message appears twice',
    'The message flickers when the server confirms it',
    'useOptimistic drops my message before the server has it',
  ],
  prevents:
    'A page that looks for its own message by the text shows two bubbles when the server changes the text, or takes one for the other when the user says the same thing twice. One that forgets what was rejected loses what the user has typed.',
  notNeeded:
    'You do not need it where the answer comes in a moment, or where what is shown must be certain, as with a payment. Well-kept libraries that do it: TanStack Query, with its optimistic updates, and Zero.',
  rules: [
    {
      text: '`useOptimistic` shows its value for as long as an Action is pending, and then drops it: such an Action must await the ack, and the state that replaces it.',
      url: 'https://react.dev/reference/react/useOptimistic',
    },
    {
      text: 'The same key is the same DOM node: what the user selects or focuses in it stays.',
      url: 'https://react.dev/learn/rendering-lists#why-does-react-need-keys',
    },
    {
      text: 'The id is made by the page, so that the server’s word can be told from another message.',
      url: 'https://socket.io/docs/v4/tutorial/step-8',
    },
  ],
  delivers: 'shown once',
  differs: { endings: 'It does not stay closed: it waits, and connects again.' },
};
