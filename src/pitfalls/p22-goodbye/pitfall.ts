import type { Pitfall } from '../../catalogue/pitfall.ts';

export const GOODBYE: Pitfall = {
  folder: 'p22-goodbye',
  title: 'Presence by goodbye',
  symptoms: [
    'Users stay online after they close the tab',
    'Ghost users in the list',
    'beforeunload does not send the leave message',
    'The online list is never right',
  ],
  why: 'A goodbye is said by the page that leaves, and a page whose cable is cut, whose battery is empty or whose tab crashes says nothing, so its user stays for ever. The server sees each connection end, however it ends: follow what it says.',
  figure: {
    label: 'Shown as there',
    when: 'after one of two has said goodbye and the other has lost its line',
    broken: 1,
    fixed: 0,
  },
  pattern: '35-presence',
};
