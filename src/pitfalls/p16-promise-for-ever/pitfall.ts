import type { Pitfall } from '../../catalogue/pitfall.ts';

export const PROMISE_FOR_EVER: Pitfall = {
  folder: 'p16-promise-for-ever',
  title: 'A promise that never settles',
  symptoms: [
    'await never returns after the connection is lost',
    'The spinner turns for ever',
    'Request over WebSocket hangs',
    'The button stays disabled after a disconnect',
  ],
  why: 'The reply was to come over the connection that has ended, so the promise that waits for it waits for ever, and with it everything behind its `await`. A request ends with its connection: reject it on `close`.',
  figure: { label: 'Waiting for a reply', when: 'after the cable is cut', broken: 1, fixed: 0 },
  pattern: '23-request-reply',
};
