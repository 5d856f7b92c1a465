/**
 * Random sequences of what servers, users, pages and time do, on every pattern. `npm run chaos` runs
 * 10,000 of them on each.
 */
import { describe, expect, inject, test } from 'vitest';
import { CATALOGUE } from '../../src/catalogue.ts';
import { componentOf } from '../pattern-under-test.tsx';
import { FAULTS } from './broken/faults.ts';
import { findFault } from './find-fault.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How many sequences run on each pattern, and from which seed. */
    chaos: { readonly runs: number; readonly seed: number };
  }
}

const chaos = inject('chaos');
const ONE_HOUR_MS = 3_600_000;

describe('chaos', () => {
  test.for(CATALOGUE)('$folder', { timeout: ONE_HOUR_MS }, async (pattern) => {
    expect(await findFault(componentOf(pattern), pattern, chaos)).toBeUndefined();
  });
});

describe('a broken pattern is found out, and the sequence shrunk to what shows it', () => {
  test.for(FAULTS)('$folder', async ({ Component, wrong, smallest, ...pattern }) => {
    const found = await findFault(Component, pattern, { runs: 200, seed: 1 });
    expect(found).toContain(wrong);
    expect(found).toMatch(smallest);
  });
});
