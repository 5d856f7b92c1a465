/**
 * Compares the libraries of the page *Libraries*, and writes what comes out into its results:
 * `npm run compare`. Lists each verdict that is another than before, and exits with 1 where a real
 * server disagrees with a simulated one.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runnerImport } from 'vite';
import type * as ColumnsModule from '../../../stories/libraries/columns.ts';
import type { Cell, Results } from '../../../stories/libraries/results.ts';
import { bytesCell, floodCell } from '../../../stories/libraries/scenarios/costs.ts';
import { ROOT, startNode } from '../../child-process.ts';
import { launchBrowser } from '../../launch-browser.ts';
import { bundleBytes } from './bundle-bytes.ts';
import { measureFloods } from './flood.ts';

type Cells = Record<string, Record<string, Cell>>;

const RESULTS = join(ROOT, 'stories/libraries/results.json');

const startedAt = performance.now();
const say = (text: string) => {
  const seconds = (performance.now() - startedAt) / 1_000;
  console.log(`${seconds.toFixed(0).padStart(4)} s  ${text}`);
};
const readJson = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;

async function runScenarios(): Promise<Cells> {
  // Vitest writes only below the root of the project.
  const file = join(ROOT, 'node_modules/.cache/compare.json');
  await mkdir(dirname(file), { recursive: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const tests = startNode([vitest, 'run'], ROOT, { COMPARE: file });
  const code = await tests.ended;
  if (code !== 0) {
    console.log(tests.output());
    process.exitCode = 1;
  }
  const cells = await readJson<Cells>(file);
  await rm(file);
  return cells;
}

async function versionsOf(names: readonly string[]): Promise<Results['versions']> {
  const versions: Record<string, string> = {};
  for (const name of names) {
    const file = join(ROOT, 'node_modules', name, 'package.json');
    versions[name] = (await readJson<{ readonly version: string }>(file)).version;
  }
  return versions;
}

async function browserVersion(): Promise<string> {
  const browser = await launchBrowser();
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}

/** Says which verdicts have changed. Where there are no results yet, none has. */
async function sayChanges(cells: Cells): Promise<void> {
  const before = await readJson<Results>(RESULTS).catch(() => undefined);
  for (const [key, rows] of Object.entries(before?.cells ?? {})) {
    for (const [row, { verdict, says }] of Object.entries(rows)) {
      const now = cells[key]?.[row];
      if (now?.verdict !== verdict)
        console.log(`${key}, ${row}: was ${verdict} (${says}), is ${now?.verdict} (${now?.says})`);
    }
  }
}

// JSX needs a bundler.
const { module } = await runnerImport<typeof ColumnsModule>(
  join(ROOT, 'stories/libraries/columns.ts'),
  { configFile: false, logLevel: 'error' },
);
const { columns } = module;

say('Scenarios, on simulated servers and on real ones …');
const cells = await runScenarios();

say('Floods, in a production build …');
const floods = await measureFloods(
  columns.map(({ key, contender }) => ({ key, language: () => contender.language(() => true) })),
);

say('Bytes …');
for (const { key, contender } of columns) {
  const { ms, countingMs } = floods[key] ?? { ms: NaN, countingMs: NaN };
  const file = `stories/libraries/contenders/${contender.id}.tsx`;
  const bytes = await bundleBytes(file, contender.Component.name);
  cells[key] = { ...cells[key], flood: floodCell(ms, countingMs), bytes: bytesCell(bytes) };
}

await sayChanges(cells);
const packages = columns.flatMap(({ contender }) => contender.npm ?? []);
const results: Results = {
  date: new Date().toISOString().slice(0, 10),
  versions: await versionsOf([...new Set(['react', ...packages])]),
  browser: await browserVersion(),
  cells,
};
await writeFile(RESULTS, `${JSON.stringify(results, undefined, 1)}\n`);
say('Wrote stories/libraries/results.json');
