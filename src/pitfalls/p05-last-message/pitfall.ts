import type { Pitfall } from '../../catalogue/pitfall.ts';

export const LAST_MESSAGE: Pitfall = {
  folder: 'p05-last-message',
  title: 'Handling the last message in an effect',
  symptoms: [
    'Only the last message is handled',
    'useEffect on lastMessage misses messages',
    'lastJsonMessage skips some messages',
    'My counter is lower than the number of messages',
  ],
  why: 'React renders once for all messages that arrive together, and an effect runs once for that render, so it sees the last of them only. The browser calls the listener for each message: do there what each message needs.',
  figure: {
    label: 'Handled',
    when: 'of 200 that come at once',
    broken: { atMost: 20 },
    fixed: 200,
  },
  pattern: '05-every-message',
  lint: ['react-hooks/set-state-in-effect'],
};
