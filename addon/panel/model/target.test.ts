import { expect, test } from 'vitest';
import { NO_STATUS, type ServerStatus, type Status } from './status.ts';
import { findTarget, serverNamesOf } from './target.ts';

const server: ServerStatus = {
  policy: 'accept',
  connecting: 0,
  open: 1,
  closing: 0,
  ended: 0,
  stalled: 0,
};
const prices: ServerStatus = { ...server, policy: 'hold' };

const ONE: Status = { ...NO_STATUS, server };
const ONE_BY_NAME: Status = { ...ONE, servers: { prices } };
const TWO: Status = { ...ONE, servers: { prices, chat: server } };

test.for<[string, Status, readonly string[]]>([
  ['no server', NO_STATUS, []],
  ['one server', ONE, []],
  ['one by name', ONE_BY_NAME, []],
  ['two', TWO, ['prices', 'chat']],
])('there is a choice among several only: %s', ([, status, names]) => {
  expect(serverNamesOf(status)).toEqual(names);
});

test.for<[string, Status, string | undefined, ReturnType<typeof findTarget>]>([
  ['the chosen one', TWO, 'prices', { name: 'prices', server: prices }],
  ['all, where none is chosen', TWO, undefined, { name: undefined, server }],
  ['all, where the chosen one is not there', TWO, 'trades', { name: undefined, server }],
  ['the only one', ONE_BY_NAME, 'prices', { name: undefined, server }],
  ['none, without a server', NO_STATUS, 'prices', undefined],
])('the verbs are for %s', ([, status, chosen, target]) => {
  expect(findTarget(status, chosen)).toEqual(target);
});
