/**
 * Writes what the page Fidelity shows. `npm run fidelity` runs the contract's scenarios on a real
 * socket, on the simulated one, on MSW alone and on mock-socket, in some minutes. `npm run fidelity
 * random [count] [seed]` runs random scripts on the first two, 10,000 from another seed each time;
 * with a count of its own it prints what it finds, and writes nothing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { playwright } from '@vitest/browser-playwright';
import { format, resolveConfig } from 'prettier';
import type { BrowserCommand } from 'vitest/node';
import { startVitest } from 'vitest/node';
import type { RandomReport } from '../mocks/contract/fidelity/report.ts';
import { launchOptions } from './browser.ts';

const REPORT = 'stories/fidelity/report.json';
const SCRIPTS = 10_000;

const [mode, countText, seedText] = process.argv.slice(2);
const isRandom = mode === 'random';
const random = {
  count: Number(countText ?? SCRIPTS),
  seed: Number(seedText ?? Math.floor(Math.random() * 1e9)),
};

async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(`node_modules/${name}/package.json`, 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

type Context = Parameters<BrowserCommand>[0];

/** Replaces some members of the report, and keeps the others. */
async function update(found: object): Promise<void> {
  const old = JSON.parse(await readFile(REPORT, 'utf8')) as object;
  const options = { ...(await resolveConfig(REPORT)), filepath: REPORT };
  await writeFile(REPORT, await format(JSON.stringify({ ...old, ...found }), options));
}

async function originOf({ context }: Context): Promise<{ reality: string; date: string }> {
  const chromium = context.browser()?.version() ?? 'of an unknown version';
  return {
    reality: `Chromium ${chromium} with ws ${await versionOf('ws')}`,
    date: new Date().toISOString().slice(0, 10),
  };
}

const writeReport: BrowserCommand<[found: object]> = async (context, found) =>
  update({ ...(await originOf(context)), ...found });

const writeRandom: BrowserCommand<[found: object]> = async (context, found) => {
  const report = { ...(await originOf(context)), ...found } as RandomReport;
  console.log(report);
  if (report.scripts === SCRIPTS) await update({ random: report });
};

const say: BrowserCommand<[line: string]> = (_context, line) => console.log(line);

const vitest = await startVitest(
  [],
  {
    config: false,
    watch: false,
    name: 'fidelity',
    include: [`mocks/contract/fidelity/${isRandom ? 'random' : 'fidelity'}.run.ts`],
    globalSetup: ['./mocks/live/vitest-setup.ts'],
    provide: { random },
    silent: true,
    // A scenario that a library cannot end leaves promises behind that no one waits for.
    dangerouslyIgnoreUnhandledErrors: true,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await launchOptions() }),
      instances: [{ browser: 'chromium' }],
      commands: { writeReport, writeRandom, say },
    },
  },
  {
    // Found late, a dependency makes Vite reload the page.
    optimizeDeps: {
      include: [
        '@mswjs/interceptors/WebSocket',
        'fast-check',
        'mock-socket',
        'msw/experimental',
        'msw/ws',
      ],
    },
  },
);
await vitest.close();
