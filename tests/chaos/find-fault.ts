import fc from 'fast-check';
import { minimize } from '../../mocks/contract/fuzz/minimize.ts';
import type { Pattern } from '../../src/catalogue.ts';
import type { PatternComponent } from './on-page.tsx';
import { openChaosPage, runSequence, type Checked } from './run-sequence.ts';
import { sequenceFor, toPlayFunction, type Sequence } from './sequence.ts';

export interface ChaosOptions {
  /** How many sequences. */
  readonly runs: number;
  /** Of the first; the same seed gives the same sequences. */
  readonly seed: number;
}

/**
 * Runs random sequences on a pattern. Returns what is wrong and the smallest play function that shows it,
 * where there is one.
 */
export async function findFault(
  Component: PatternComponent,
  pattern: Pick<Pattern, 'folder' | Checked>,
  { runs, seed }: ChaosOptions,
): Promise<string | undefined> {
  let page = await openChaosPage();
  let wrong = '';
  const fails = async (tried: Sequence) => {
    const found = await runSequence(Component, pattern, tried, page);
    if (found === undefined) return false;
    wrong = found;
    // What it has left behind is no fault of the next.
    page.close();
    page = await openChaosPage();
    return true;
  };
  try {
    const property = fc.asyncProperty(sequenceFor(pattern), async (tried) => !(await fails(tried)));
    const { counterexample } = await fc.check(property, { numRuns: runs, seed });
    if (!counterexample) return undefined;
    const [{ isStrict, commands }] = counterexample;
    const fewest = await minimize(commands, (fewer) => fails({ isStrict, commands: fewer }));
    return `${wrong}

A story of ${pattern.folder} that shows it:
${toPlayFunction({ isStrict, commands: fewest })}

To see it again: npm run chaos ${runs} ${seed} ${pattern.folder}`;
  } finally {
    page.close();
  }
}
