/** Run before Storybook and Vitest: says in one sentence that they cannot work in this folder. */
import { ROOT } from './child-process.ts';
import { findFlawOf } from './folder.ts';

const flaw = findFlawOf(ROOT);
if (flaw) {
  console.error(flaw);
  process.exit(1);
}
