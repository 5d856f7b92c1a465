import type { Pitfall } from '../../catalogue/pitfall.ts';

export const SAME_TEXT: Pitfall = {
  folder: 'p17-same-text',
  title: 'Finding your own message by its text',
  symptoms: [
    'My message shows twice in the chat',
    'A message of someone else disappears',
    'Optimistic message is duplicated when the server echoes it',
    'Two equal messages become one',
  ],
  why: 'Two people say the same words all the time, so a text does not say whose message it is, and someone else’s is taken for the echo of yours. Give each message an id when you send it, and let the server send it back.',
  figure: {
    label: 'Bubbles',
    when: 'after you and someone else have said ok',
    broken: 1,
    fixed: 2,
  },
  pattern: '24-optimistic',
};
