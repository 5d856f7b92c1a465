import { expect, test } from 'vitest';
import { findNextStep } from './next-step.ts';
import { NO_STATUS, type ServerStatus, type Status } from './status.ts';

const none = { connecting: 0, open: 0, closing: 0, ended: 1, stalled: 0 } as const;

const statusOf = (change: Partial<ServerStatus>, others: Partial<Status> = {}): Status => ({
  ...NO_STATUS,
  ...others,
  server: { policy: 'accept', ...none, ...change },
});

test.for<[string, Status, RegExp | undefined, readonly string[]]>([
  ['an open connection', statusOf({ open: 1 }), undefined, []],
  ['a closing one', statusOf({ closing: 1 }), undefined, []],
  ['a handshake under way', statusOf({ connecting: 1 }), undefined, []],
  [
    'one that is held',
    statusOf({ connecting: 1, policy: 'hold' }),
    /accept it, or refuse/,
    ['accept'],
  ],
  ['dropped', statusOf({}), /accepts the next one.*reconnects does so by itself/, ['remount']],
  ['dropped, refusing', statusOf({ policy: 'refuse' }), /refuses/, ['accept', 'remount']],
  ['dropped, holding', statusOf({ policy: 'hold' }), /unanswered/, ['accept', 'remount']],
  ['closed by Controls', statusOf({ policy: 'close' }), /closes the next/, ['accept', 'remount']],
  ['none yet', statusOf({ ended: 0 }), /No connection has come yet/, []],
  ['unmounted', statusOf({}, { isMounted: false }), /Switch mounted on/, []],
  ['no server', NO_STATUS, undefined, []],
  ['the live server gone', statusOf({}, { isServerLost: true }), undefined, []],
])('%s', ([, status, text, offers]) => {
  const step = findNextStep(status);
  if (text) expect(step?.text).toMatch(text);
  else expect(step).toBeUndefined();
  expect(step?.offers ?? []).toEqual(offers);
});
