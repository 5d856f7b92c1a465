import { afterEach, expect, test } from 'vitest';
import { SCRIPTS } from './documented.ts';
import { runBoth, undoAll } from './testing.ts';

afterEach(undoAll);

test.for(Object.entries(SCRIPTS))('as on MSW alone: %s', async ([, script]) => {
  const { expected, actual } = await runBoth(script);
  expect(actual).toEqual(expected);
  expect(actual).not.toEqual([]);
});
