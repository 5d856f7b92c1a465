import { expect, test } from 'vitest';
import type { OwnMessage } from './own-messages.ts';
import { addMessage, EMPTY_LOG, markOwn } from './chat-log.ts';

const said = (seq: number, id = `id ${seq}`, by?: string) => ({ seq, id, text: id, by });
const own = (id: string, state: OwnMessage['state'] = 'waiting') => ({ id, text: id, state });

test('a message of the user’s own stands at the end until the server has said it', () => {
  let log = markOwn(markOwn(EMPTY_LOG, own('a')), own('b'));
  log = addMessage(log, said(1, 'of another', 'Mia'));
  expect(log.own.map(({ id }) => id)).toEqual(['a', 'b']);
  log = addMessage(log, said(2, 'a'));
  expect(log.messages.map(({ id }) => id)).toEqual(['of another', 'a']);
  expect(log.own.map(({ id }) => id)).toEqual(['b']);
});

test('an ack that comes after the server’s word adds nothing', () => {
  const log = addMessage(markOwn(EMPTY_LOG, own('a')), said(1, 'a'));
  expect(markOwn(log, own('a', 'acknowledged'))).toEqual(log);
});

test('marks how far a message has come, and takes a rejected one out', () => {
  const log = markOwn(markOwn(EMPTY_LOG, own('a')), own('b'));
  expect(markOwn(log, own('a', 'sent')).own).toEqual([own('a', 'sent'), own('b')]);
  expect(markOwn(log, own('a', 'rejected')).own).toEqual([own('b')]);
});

test('keeps the newest hundred messages', () => {
  let log = EMPTY_LOG;
  for (let seq = 1; seq <= 101; seq += 1) log = addMessage(log, said(seq));
  expect(log.messages).toHaveLength(100);
  expect(log.messages[0]?.seq).toBe(2);
});
