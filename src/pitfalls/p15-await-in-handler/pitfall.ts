import type { Pitfall } from '../../catalogue/pitfall.ts';

export const AWAIT_IN_HANDLER: Pitfall = {
  folder: 'p15-await-in-handler',
  title: 'await in the message handler',
  symptoms: [
    'Messages are processed out of order',
    'Binary messages arrive late',
    'await blob.text() in onmessage',
    'An async onmessage handler mixes up the order',
  ],
  why: 'The browser does not wait for a handler that waits, so while the bytes of one message are being read, the next one is handled and overtakes it. Ask for `arraybuffer`, whose bytes are there at once, and do not wait in the handler.',
  figure: {
    label: 'Out of order',
    when: 'of 20 lines, in bytes and in text by turns',
    broken: { atLeast: 1 },
    fixed: 0,
  },
  pattern: '07-binary',
};
