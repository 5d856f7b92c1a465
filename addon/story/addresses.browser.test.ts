import { expect, test } from 'vitest';
import { readAddresses } from './addresses.ts';

test('one, or several by name', () => {
  expect(readAddresses('wss://api.test/*')).toHaveLength(1);
  const several = { prices: 'wss://a.test', $chat_2: 'wss://b.test', größe: 'wss://c.test' };
  expect(readAddresses(several).map(({ text }) => text)).toEqual(Object.values(several));
});

test.for<[unknown, RegExp]>([
  [{}, /names no server/],
  [{ send: 'wss://a.test' }, /cannot be named 'send'/],
  [{ latencyMs: 'wss://a.test' }, /cannot be named 'latencyMs'/],
  [{ url: 'wss://a.test' }, /cannot be named 'url'/],
  [{ then: 'wss://a.test' }, /cannot be named 'then'/],
  [{ constructor: 'wss://a.test' }, /cannot be named 'constructor'/],
  [{ 'my-prices': 'wss://a.test' }, /'my-prices' .+ is no name for a server/],
  [['wss://a.test'], /is a list, .+ names/],
  [{ prices: 'a.test' }, /`parameters.server.url.prices`: 'a.test' is not the address/],
  ['', /'' is not the address/],
  [null, /object null is not the address/],
  [true, /boolean true is not the address/],
  [7, /number 7 is not the address/],
])('%o is refused', ([addresses, message]) => {
  expect(() => readAddresses(addresses as string)).toThrow(message);
});
