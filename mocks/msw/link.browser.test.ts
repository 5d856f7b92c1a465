import { afterEach, expect, test } from 'vitest';
import { IN_ANY_ORDER, SCRIPTS } from './documented.ts';
import { runBoth, undoAll } from './testing.ts';

afterEach(undoAll);

test.for(Object.entries(SCRIPTS))('as on MSW alone: %s', async ([name, script]) => {
  const { expected, actual } = await runBoth(script);
  const arrange = (lines: string[]) => (name === IN_ANY_ORDER ? lines.toSorted() : lines);
  expect(arrange(actual)).toEqual(arrange(expected));
  expect(actual).not.toEqual([]);
});
