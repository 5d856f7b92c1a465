/** A project that is not the lab: a Storybook of its own, and the packed lab installed. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { ROOT } from '../../scripts/child-process.ts';
import { launchOptions } from '../../scripts/browser.ts';
import { readReport, type StoryResults } from '../story-report.ts';

/** What a React project with Storybook has before anyone installs the lab. */
const OWN_PACKAGES = ['@storybook/react-vite', 'react', 'react-dom', 'storybook', 'vite'];

interface Project {
  readonly folder: string;
  remove(): Promise<void>;
}

interface Options {
  /** What the project has installed besides. */
  readonly packages?: readonly string[];
  /** What stands in the place of a package: another version of it. */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * Makes the project in a temporary folder. Its packages are links to ours, so nothing is downloaded;
 * the lab finds none that it does not ask for in its own manifest.
 * @param example a folder in `examples`
 */
export async function makeProject(
  example: string,
  { packages: others = [], instead = {} }: Options = {},
): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'storybook-elsewhere-'));
  await cp(join(ROOT, 'examples', example), folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packages = join(folder, 'node_modules');
  const manifest = await unpackLab(folder, join(packages, 'react-websocket-lab'));
  const names = new Set([...OWN_PACKAGES, ...others, ...Object.keys(manifest.dependencies)]);
  for (const name of names) {
    await mkdir(dirname(join(packages, name)), { recursive: true });
    await symlink(join(ROOT, 'node_modules', instead[name] ?? name), join(packages, name), 'dir');
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Compiles the package. The test run does so once, before any project is made. */
export async function buildPackage(): Promise<void> {
  await execa('npm', ['run', '--silent', 'package'], { cwd: ROOT });
}

/** Puts there what `npm install` would, of the file that `npm pack` makes. */
async function unpackLab(folder: string, destination: string) {
  const pack = ['pack', '--silent', '--offline', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await execa('npm', pack, { cwd: join(ROOT, 'package') });
  await mkdir(destination, { recursive: true });
  const file = join(folder, stdout);
  await execa('tar', ['--extract', '--file', file, '--strip-components=1', '-C', destination]);
  const manifest = await readFile(join(destination, 'package.json'), 'utf8');
  return JSON.parse(manifest) as { dependencies: Record<string, string> };
}

/** What testing a project's stories with Vitest needs besides. */
export const TEST_PACKAGES = [
  '@storybook/addon-a11y',
  '@storybook/addon-docs',
  '@storybook/addon-vitest',
  '@vitest/browser-playwright',
  'msw',
  'playwright',
  'vitest',
];

/** Puts MSW's worker where the project serves it, as `npx msw init public` does. */
export async function addMswWorker({ folder }: Project): Promise<void> {
  const name = 'mockServiceWorker.js';
  await cp(join(folder, 'node_modules/msw/lib', name), join(folder, 'public', name));
}

/** Runs the stories of a project as its own tests. */
export async function testStories({ folder }: Project): Promise<StoryResults> {
  const options = JSON.stringify(await launchOptions());
  await writeFile(
    join(folder, 'vitest.config.ts'),
    `import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [storybookTest()],
  // Its packages are links to those of the lab.
  server: { fs: { strict: false } },
  test: {
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: ${options} }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
`,
  );
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const report = join(folder, 'report.json');
  const run = await execa('node', [vitest, 'run', '--reporter=json', `--outputFile=${report}`], {
    cwd: folder,
    env: { CI: '1', NODE_ENV: 'test', STORYBOOK_DISABLE_TELEMETRY: '1' },
    reject: false,
  });
  try {
    const results = readReport(await readFile(report, 'utf8'));
    if (results.passed.length === 0) throw new Error('No test has passed.');
    return results;
  } catch (error) {
    const output = `${run.stdout}\n${run.stderr}`;
    throw new Error(`Vitest has run no story of the project:\n${output}`, { cause: error });
  }
}
