import { expect, test } from 'vitest';
import { Address } from './address.ts';

test.for([
  // A URL has the paths below it.
  ['wss://api.test/live', 'wss://api.test/live?token=1'],
  ['wss://api.test/live', 'wss://api.test/live/7'],
  ['https://api.test/live', 'wss://api.test/live'],
  ['/live', `${location.origin.replace('http', 'ws')}/live`],
  // Wildcards.
  ['wss://api.test/*', 'wss://api.test/'],
  ['wss://api.test/*', 'wss://api.test/a/b?x=1'],
  ['WSS://API.test:443/*', 'wss://api.test/a'],
  ['wss://*.api.test/*', 'wss://eu.api.test/a'],
  ['ws://localhost:*/live', 'ws://localhost:8080/live?x'],
  ['*://api.test/*', 'ws://api.test/a'],
  ['*', 'wss://anything.test/at/all'],
  ['*/socket.io/*', 'wss://api.test/socket.io/?EIO=4&transport=websocket'],
  ['wss://api.test/*?room=1*', 'wss://api.test/a?room=1&token=2'],
  ['wss://api.test/a.b/*', 'wss://api.test/a.b/c'],
])('%s has %s', ([address = '', url = '']) => {
  expect(new Address(address).test(url)).toBe(true);
});

test.for([
  ['wss://api.test/live', 'wss://api.test/lively'],
  ['wss://api.test/live/*', 'wss://api.test/live'],
  ['wss://api.test/*', 'wss://api.test.evil.example/a'],
  ['wss://api.test/*', 'ws://api.test/a'],
  ['wss://*.api.test/*', 'wss://api.test/a'],
  ['wss://api.test/a.b/*', 'wss://api.test/axb/c'],
  ['wss://api.test/*?room=1', 'wss://api.test/a?room=2'],
])('%s does not have %s', ([address = '', url = '']) => {
  expect(new Address(address).test(url)).toBe(false);
});

test.for([
  ['wss://api.test/a/*', 'wss://api.test/*'],
  ['wss://api.test/a/b', 'wss://api.test/a/*'],
  ['wss://api.test/a', 'wss://api.test/a*'],
  ['wss://api.test/a', 'wss://api.test/a/*'],
  ['wss://api.test/a/b', 'wss://api.test/a'],
  ['wss://api.test/*', 'wss://*.test/*'],
  ['wss://api.test/*', '*'],
])('%s fits better than %s', ([better = '', worse = '']) => {
  const url = 'wss://api.test/a/b';
  expect(new Address(better).fit(url)).toBeGreaterThan(new Address(worse).fit(url));
});

test.for(['', 'api.test/live', 'live', 'ftp://api.test/*', 'wss://', 'wss:', 7, null, {}])(
  '%o is no address, and the error says what is one',
  (address) => {
    expect(() => new Address(address as string)).toThrow(
      /is not the address of a WebSocket server, .+ Write a URL, such as wss:/,
    );
  },
);
