import { expect, test } from 'vitest';
import { fitOf, isBelow } from './below.ts';

const OWN = 'wss://lab.test/chat/story';

test.for([
  OWN,
  `${OWN}/`,
  `${OWN}?token=1&since=7`,
  `${OWN}/websocket?vsn=2.0.0`,
  'wss://lab.test/socket.io/?EIO=4&transport=websocket',
])('%s is the server’s', (url) => {
  expect(isBelow(OWN, url)).toBe(true);
});

test.for([
  `${OWN}-2`,
  'wss://lab.test/chat',
  'wss://lab.test/',
  'wss://other.test/chat/story',
  'ws://lab.test/chat/story',
  'wss://lab.test:444/chat/story',
  'wss://lab.test/socket.io/chat/story',
  'nonsense',
])('%s is not', (url) => {
  expect(isBelow(OWN, url)).toBe(false);
});

test('a server at the root has every path of its origin', () => {
  expect(isBelow('wss://lab.test', 'wss://lab.test/anything?x')).toBe(true);
});

test('of two that fit, the longer path is meant', () => {
  const url = 'wss://lab.test/a/b/c';
  expect(fitOf('wss://lab.test/a/b', url)).toBeGreaterThan(fitOf('wss://lab.test/a', url));
});

test('of two that differ in the query only, the one with the same query is meant', () => {
  const url = 'wss://lab.test/a?room=2&token=1';
  expect(fitOf('wss://lab.test/a?room=2', url)).toBeGreaterThan(
    fitOf('wss://lab.test/a?room=1', url),
  );
});
