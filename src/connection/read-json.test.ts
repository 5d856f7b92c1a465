import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';

test('reads an object', () => {
  expect(readJson('{"type":"ack","id":"1"}')).toEqual({ type: 'ack', id: '1' });
});

test.each(['not JSON', 'null', '1', '"text"', new ArrayBuffer(2), undefined])(
  'reads nothing in %s',
  (data) => expect(readJson(data)).toEqual({}),
);
