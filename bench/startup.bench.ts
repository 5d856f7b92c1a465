/**
 * How long the lab keeps a person waiting, against a plain Storybook (`template/`) with the addons
 * that `create-storybook` 10.6.2 gives a new React and Vite project, installed again, on the same
 * machine and in the same run:
 *
 * - from the start of `storybook dev`, with its cache warm, until the first story is on screen;
 * - `storybook build`.
 *
 * The two take turns. Run: `node bench/startup.bench.ts`. Exits with 1 when a ratio is over the limit.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { launchBrowser } from '../scripts/launch-browser.ts';
import { ROOT } from '../scripts/child-process.ts';
import { buildStorybook, serveStorybookDev } from '../scripts/storybook.ts';
import { median } from '../scripts/percentile.ts';

const RATIO_LIMIT = 1.3;
const ROUNDS = 5;
/** Rounds that would begin later than this are left out. */
const TIME_LIMIT_MS = 480_000;
const STORY_LIMIT_MS = 60_000;

/** What the template needs, in our own versions. */
const SHARED = [
  '@storybook/addon-a11y',
  '@storybook/addon-docs',
  '@storybook/addon-vitest',
  '@storybook/react-vite',
  '@vitejs/plugin-react',
  '@vitest/browser-playwright',
  'playwright',
  'react',
  'react-dom',
  'storybook',
  'typescript',
  'vite',
  'vitest',
];
/** What a new project is given besides. */
const NOT_OURS = { '@chromatic-com/storybook': '5.6.0', '@storybook/addon-mcp': '10.6.2' };

interface Project {
  readonly name: 'lab' | 'template';
  readonly folder: string;
  readonly cacheDir: string;
  /** The first story, and what a person sees of it. */
  readonly story: string;
  readonly selector: string;
}

const startedAt = performance.now();
const temporary = await mkdtemp(join(tmpdir(), 'storybook-bench-'));

/** A plain Storybook, of the same versions as ours. */
async function makeTemplate(): Promise<string> {
  const folder = join(temporary, 'template');
  await cp(fileURLToPath(new URL('template', import.meta.url)), folder, { recursive: true });
  // Without its dot until here, where our own tools would not check it otherwise.
  await rename(join(folder, 'storybook'), join(folder, '.storybook'));
  const text = await readFile(join(ROOT, 'package.json'), 'utf8');
  const ours = (JSON.parse(text) as { devDependencies: Record<string, string> }).devDependencies;
  const devDependencies = {
    ...Object.fromEntries(SHARED.map((name) => [name, ours[name]])),
    ...NOT_OURS,
  };
  const manifest = { private: true, type: 'module', devDependencies };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  return folder;
}

async function timeDev(project: Project, browser: Browser): Promise<number> {
  const start = performance.now();
  const dev = await serveStorybookDev({ cwd: project.folder, cacheDir: project.cacheDir });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${dev.url}?path=/story/${project.story}`);
    await page
      .frameLocator('iframe[title="storybook-preview-iframe"]')
      .locator(project.selector)
      .waitFor({ timeout: STORY_LIMIT_MS });
    return performance.now() - start;
  } finally {
    await context.close();
    await dev.close();
  }
}

async function timeBuild({ name, folder }: Project): Promise<number> {
  const start = performance.now();
  await buildStorybook(join(temporary, `${name}-built`), folder);
  return performance.now() - start;
}

/** Times both projects in turn, a first time to warm what is cached, and prints the comparison. */
async function compare(
  what: string,
  projects: readonly Project[],
  until: number,
  time: (project: Project) => Promise<number>,
): Promise<void> {
  for (const project of projects) await time(project);
  const times: Record<Project['name'], number[]> = { lab: [], template: [] };
  for (let round = 0; round < ROUNDS && performance.now() - startedAt < until; round++) {
    const order = round % 2 === 0 ? projects : projects.toReversed();
    for (const project of order) times[project.name].push(await time(project));
  }
  const [lab, template] = [median(times.lab), median(times.template)];
  const ratio = lab / template;
  const isWithin = ratio <= RATIO_LIMIT;
  console.log(
    `${what}: lab ${(lab / 1_000).toFixed(2)} s, template ${(template / 1_000).toFixed(2)} s, ` +
      `ratio ${ratio.toFixed(2)} (limit ${RATIO_LIMIT}${isWithin ? '' : ': exceeded'}), ` +
      `median of ${times.lab.length}`,
  );
  if (!isWithin) process.exitCode = 1;
}

try {
  const projects: Project[] = [
    {
      name: 'lab',
      folder: ROOT,
      cacheDir: join(temporary, 'lab-cache'),
      story: 'patterns-basics-01-use-effect--open',
      selector: '[role="status"]',
    },
    {
      name: 'template',
      folder: await makeTemplate(),
      cacheDir: join(temporary, 'template-cache'),
      story: 'stories-button--primary',
      selector: '.button',
    },
  ];
  const browser = await launchBrowser();
  await compare('storybook dev to first story', projects, TIME_LIMIT_MS / 2, (project) =>
    timeDev(project, browser),
  );
  await browser.close();
  await compare('storybook build', projects, TIME_LIMIT_MS, timeBuild);
} finally {
  await rm(temporary, { recursive: true, force: true });
}
