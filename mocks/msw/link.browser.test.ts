import { afterEach, expect, test } from 'vitest';
import { SCRIPTS } from './documented.ts';
import { runBoth, undoAll } from './testing.ts';

afterEach(undoAll);

test.for(Object.entries(SCRIPTS))('as on MSW alone: %s', async ([name, script]) => {
  const { expected, actual } = await runBoth(script);
  // MSW keeps its clients by random ids, so which of them hears a broadcast first is chance.
  const comparable = (lines: string[]) => (name.startsWith('broadcast') ? lines.toSorted() : lines);
  expect(comparable(actual)).toEqual(comparable(expected));
  expect(actual).not.toEqual([]);
});
