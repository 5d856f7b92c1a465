import type { Pitfall } from '../../catalogue/pitfall.ts';

export const HOLE_AFTER_REVEAL: Pitfall = {
  folder: 'p24-hole-after-reveal',
  title: 'A hole after Activity shows it again',
  symptoms: [
    'Messages are missing after I come back to the tab',
    'Activity closes my WebSocket when it is hidden',
    'Effects are cleaned up in a hidden Activity',
    'Keep-alive tab loses updates',
  ],
  why: 'A hidden `Activity` keeps its state and undoes its effects, so the socket is closed, and what comes meanwhile is missed while the old list is still there. Remember the number of the last event, and ask for what came after it.',
  figure: { label: 'Missing', when: 'of three that come while it is hidden', broken: 3, fixed: 0 },
  pattern: '37-activity',
};
