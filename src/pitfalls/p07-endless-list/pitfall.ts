import type { Pitfall } from '../../catalogue/pitfall.ts';

export const ENDLESS_LIST: Pitfall = {
  folder: 'p07-endless-list',
  title: 'A list without an end',
  symptoms: [
    'Memory grows the longer the page is open',
    'The list gets slower with each message',
    'The tab crashes after some hours',
    'Rows change their place when a new message comes',
  ],
  why: 'A list that only grows takes more memory and more layout with each message, and with its index as the key each row changes when one is put on top. Keep the newest hundred, each under a key of its own.',
  figure: { label: 'Rows on the page', when: 'after 1,000 messages', broken: 1_000, fixed: 100 },
  pattern: '05-every-message',
};
