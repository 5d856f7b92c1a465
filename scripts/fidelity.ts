/**
 * Runs the contract's scenarios on a real socket, on the simulated one, on MSW alone and on
 * mock-socket, and writes what the page Fidelity shows. Takes some minutes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { playwright } from '@vitest/browser-playwright';
import { format, resolveConfig } from 'prettier';
import type { BrowserCommand } from 'vitest/node';
import { startVitest } from 'vitest/node';
import { launchOptions } from './browser.ts';

const REPORT = 'stories/fidelity/report.json';

async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(`node_modules/${name}/package.json`, 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

const writeReport: BrowserCommand<[found: object]> = async ({ context }, found) => {
  const chromium = context.browser()?.version() ?? 'of an unknown version';
  const report = {
    reality: `Chromium ${chromium} with ws ${await versionOf('ws')}`,
    date: new Date().toISOString().slice(0, 10),
    ...found,
  };
  const options = { ...(await resolveConfig(REPORT)), filepath: REPORT };
  await writeFile(REPORT, await format(JSON.stringify(report), options));
};

const vitest = await startVitest(
  [],
  {
    config: false,
    watch: false,
    name: 'fidelity',
    include: ['mocks/contract/fidelity/fidelity.run.ts'],
    globalSetup: ['./mocks/live/vitest-setup.ts'],
    silent: true,
    // A scenario that a library cannot end leaves promises behind that nobody waits for.
    dangerouslyIgnoreUnhandledErrors: true,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await launchOptions() }),
      instances: [{ browser: 'chromium' }],
      commands: { writeReport },
    },
  },
  {
    // Found late, a dependency makes Vite reload the page.
    optimizeDeps: {
      include: ['@mswjs/interceptors/WebSocket', 'mock-socket', 'msw/experimental', 'msw/ws'],
    },
  },
);
await vitest.close();
