/**
 * How long the 200 random sequences take that `npm test` runs on each pattern: mounted, driven through
 * servers' verbs, circumstances and virtual time, unmounted, and looked at after each step.
 *
 * Run: `node bench/chaos.bench.ts`. Exits with 1 when a pattern takes longer than the target.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/child-process.ts';

const SEQUENCES = 200;
const TARGET_MS = 3_000;

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly duration?: number;
    }[];
  }[];
}

async function runChaos(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-bench-'));
  const file = join(folder, 'report.json');
  try {
    spawnSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        ...['run', '--project', 'browser', 'tests/chaos', '--testNamePattern', '^chaos '],
        ...['--reporter', 'json', '--outputFile', file],
      ],
      { cwd: ROOT, stdio: 'ignore', env: { ...process.env, CHAOS_RUNS: String(SEQUENCES) } },
    );
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const { testResults } = await runChaos();
const patterns = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status !== 'skipped' && status !== 'pending');

console.log(`${SEQUENCES} random sequences on each pattern (target ${TARGET_MS / 1_000} s):`);
for (const { title, status, duration = NaN } of patterns) {
  const isMet = status === 'passed' && duration < TARGET_MS;
  console.log(
    `  ${title.padEnd(24)}${(duration / 1_000).toFixed(2).padStart(6)} s  ${isMet ? '' : status === 'passed' ? 'too slow' : status}`,
  );
  if (!isMet) process.exitCode = 1;
}
if (patterns.length === 0) process.exitCode = 1;
