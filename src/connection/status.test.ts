import { expect, test } from 'vitest';
import { closedBy, CONNECTING, describeStatus, OPEN, type Status } from './status.ts';

const WAITING: Status = { state: 'waiting', attempt: 2, retryAt: 0, code: 1006, reason: '' };

test.for<[status: Status, words: string]>([
  [CONNECTING, 'connecting'],
  [OPEN, 'open'],
  [WAITING, 'waiting 1006'],
  [closedBy({ code: 1001, reason: 'restarting' }), 'closed 1001 restarting'],
])('says %o as %s', ([status, words]) => {
  expect(describeStatus(status)).toBe(words);
});
