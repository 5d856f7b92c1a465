import { expect, test } from 'vitest';
import * as v from 'valibot';
import { parseMessage, type Rejection } from './parse-message.ts';

const schema = v.variant('type', [
  v.object({ type: v.literal('price'), at: v.object({ euros: v.number() }) }),
  v.object({ type: v.literal('halt') }),
]);

test('gives what the schema makes of the message', () => {
  const text = '{"type":"price","at":{"euros":3},"extra":1}';
  const value = { type: 'price', at: { euros: 3 } };
  expect(parseMessage(text, schema)).toEqual({ isGood: true, value });
});

test.for<[data: unknown, rejection: Rejection, detail: string]>([
  [new ArrayBuffer(1), 'binary', 'expected text'],
  [new Blob(['{"type":"halt"}']), 'binary', 'expected text'],
  ['', 'not JSON', 'Unexpected end'],
  ['<html>', 'not JSON', 'Unexpected token'],
  ['null', 'wrong shape', 'Expected Object but received null'],
  ['[]', 'unknown type', 'type'],
  ['{"type":"pause"}', 'unknown type', 'type'],
  ['{"type":"price","at":{"euros":"3"}}', 'wrong shape', 'at.euros'],
  ['{"type":"price","at":{}}', 'wrong shape', 'at.euros'],
])('rejects %o: %s', ([data, rejection, detail]) => {
  const parsed = parseMessage(data, schema);
  expect(parsed).toMatchObject({ isGood: false, rejection });
  expect(parsed).toHaveProperty('detail', expect.stringContaining(detail));
});

test('knows the type by another key', () => {
  const kinds = v.variant('kind', [v.object({ kind: v.literal('halt') })]);
  expect(parseMessage('{"kind":"pause"}', kinds, 'kind')).toMatchObject({
    rejection: 'unknown type',
  });
});

test('refuses a schema that would let later messages overtake', () => {
  const slow = v.pipeAsync(
    v.string(),
    v.checkAsync(async () => true),
  );
  expect(() => parseMessage('"text"', slow)).toThrow('synchronous');
});
