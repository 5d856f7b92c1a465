import { expect, test } from 'vitest';
import { findPageProblems } from './page-problems.ts';
import type { SessionOptions } from './session-state.ts';

const story = (storyId: string, options: Partial<SessionOptions> = {}): SessionOptions => ({
  storyId,
  liveServerUrl: undefined,
  transport: 'simulated',
  ...options,
});

test('stories with addresses and times of their own share a page', () => {
  const others = [
    story('a--one', { addresses: 'wss://a.test/*' }),
    story('a--two', { clock: 'paused' }),
  ];
  expect(findPageProblems(story('a--three', { addresses: 'wss://b.test/*' }), others)).toEqual([]);
});

test('two at one address do not: the one says which the other is, and what to write', () => {
  const others = [
    story('a--one', { addresses: { prices: 'wss://a.test/*', chat: 'wss://c.test' } }),
  ];
  const [problem] = findPageProblems(story('a--two', { addresses: 'wss://a.test/*' }), others);
  expect(problem).toContain('The story a--one on this page has a server at wss://a.test/* too');
  expect(problem).toContain('inline: false');
});

test('two that move the clock do not', () => {
  const others = [story('a--one', { clock: 'paused' })];
  const [problem] = findPageProblems(story('a--two', { clock: 'paused' }), others);
  expect(problem).toContain('The story a--one on this page moves the clock too');
});

test('live says that there is no server', () => {
  expect(findPageProblems(story('a--one', { transport: 'live' }), [])).toEqual([
    expect.stringContaining('There is no live server here'),
  ]);
});
