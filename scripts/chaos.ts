/**
 * Runs random sequences on the patterns: `npm run chaos [sequences] [seed] [pattern]`, 10,000 from
 * another seed each time. `npm test` runs 200 of one seed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './child-process.ts';

const [runs = '10000', seed = String(Date.now() % 2 ** 31), pattern = ''] = process.argv.slice(2);

console.log(`${runs} sequences on each pattern. The seed is ${seed}.`);
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--project', 'browser', 'tests/chaos', '--testNamePattern', `^chaos .*${pattern}`],
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CHAOS_RUNS: runs, CHAOS_SEED: seed },
  },
);
process.exitCode = status ?? 1;
