import { expect, test } from 'vitest';
import { toStoryUrl } from './story-url.ts';

test.for([
  ['wss://lab.test', 'wss://lab.test/a--b'],
  ['wss://lab.test/', 'wss://lab.test/a--b'],
  ['wss://lab.test/chat', 'wss://lab.test/chat/a--b'],
  ['wss://lab.test/chat?room=1', 'wss://lab.test/chat/a--b?room=1'],
  ['https://lab.test/chat', 'wss://lab.test/chat/a--b'],
  ['/chat', `ws://${location.host}/chat/a--b`],
  ['wss://', 'wss:///a--b'],
])('%s', ([url = '', expected]) => {
  expect(toStoryUrl(url, 'a--b')).toBe(expected);
});
