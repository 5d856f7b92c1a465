/** The stories of a host as tests: by Vitest where its Storybook uses Vite, else by Storybook's test runner. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchOptions } from '../../scripts/browser.ts';
import { readReport, type StoryResults } from '../story-report.ts';
import { edit } from './edit.ts';
import { usesVite, type Host, type HostKind, type Run } from './hosts.ts';

/** Has them start the browser that is here: the templates start the one that Playwright downloads. */
export async function prepareStoryTests(kind: HostKind, folder: string, run: Run): Promise<void> {
  const options = JSON.stringify({ launchOptions: await launchOptions() });
  if (usesVite(kind)) {
    const file = kind.template === 'next' ? 'vitest.config.ts' : 'vite.config.ts';
    await edit(join(folder, file), (text) =>
      text.replace('playwright({})', `playwright(${options})`),
    );
    return;
  }
  await run('npm', 'install', '--save-dev', '--legacy-peer-deps', '@storybook/test-runner@latest');
  // https://github.com/storybookjs/test-runner#ejecting-configuration
  await writeFile(
    join(folder, 'test-runner-jest.config.mjs'),
    `import { getJestConfig } from '@storybook/test-runner';

const config = getJestConfig();
Object.assign(config.testEnvironmentOptions['jest-playwright'], ${options});
export default config;
`,
  );
}

/** Runs them. @param url of its Storybook, which Vitest does not need */
export async function testStories(host: Host, url: string): Promise<StoryResults> {
  const report = join(host.folder, 'story-tests.json');
  await rm(report, { force: true });
  const command = usesVite(host)
    ? ['vitest', 'run', '--reporter=json', `--outputFile=${report}`]
    : ['test-storybook', '--url', url, '--json', '--outputFile', report];
  const output = await host.run('npx', ...command).catch(String);
  try {
    return readReport(await readFile(report, 'utf8'));
  } catch (error) {
    throw new Error(`No story of ${host.name} has been tested:\n${output}`, { cause: error });
  }
}
