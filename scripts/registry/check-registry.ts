/**
 * `npm run test:registry` builds the lab, adds all patterns to a new Vite project and a new Next.js project with
 * the newest shadcn, and builds these. It needs the npm registry, and some minutes.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { CATALOGUE } from '../../src/catalogue.ts';
import type { RegistryItem } from '../../src/registry.ts';
import { buildStorybook, serveFolder } from '../storybook.ts';
import {
  makeNextProject,
  makeViteProject,
  USUAL,
  type Aliases,
  type Project,
} from './new-project.ts';
import { readItems } from './registry-files.ts';

const SHADCN = 'npx --yes shadcn@latest';
/** Added one after another, and so by several runs of shadcn: what they share must come once. */
const ONE_BY_ONE = ['reconnect', 'all-together', 'query-cache', 'heartbeat', 'chat', 'schema'];
const OTHER: Aliases = { components: '@/app/widgets', hooks: '@/app/state', lib: '@/shared/code' };
const PLACES = ['@hooks', '@lib/websocket', '@components/websocket'];

const items = readItems();
const notInNext = new Set(
  CATALOGUE.filter((pattern) => pattern.notInNext !== undefined).map(({ view }) => view),
);

const folder = await mkdtemp(join(tmpdir(), 'lab-registry-'));
const site = join(folder, 'site');
await buildStorybook(site);
const server = await serveFolder(site);
try {
  for (const make of [makeViteProject, makeNextProject])
    await check(await make(folder), server.url);
  await rm(folder, { recursive: true });
} catch (error) {
  console.error(`The projects are still in ${folder}, to look at.`);
  throw error;
} finally {
  await server.close();
}

async function check(project: Project, url: string): Promise<void> {
  const { name } = project;
  const urlOf = (item: string) => `${url}r/${item}.json`;
  const fileOf = (item: string) => relative(project.folder, join(site, 'r', `${item}.json`));

  await project.writeConfig(USUAL);
  for (const [index, item] of ONE_BY_ONE.entries()) {
    // The first half from files, the others from the site.
    await add(project, index < 3 ? fileOf(item) : urlOf(item));
  }
  say(name, `added ${ONE_BY_ONE.join(', ')}, each by its own command`);
  await expectFiles(
    project,
    USUAL,
    items.filter((item) => ONE_BY_ONE.includes(item.name)),
  );
  await build(project, ONE_BY_ONE, USUAL);

  await add(project, ...items.map((item) => urlOf(item.name)));
  await expectFiles(project, USUAL, items);
  await build(
    project,
    items.map((item) => item.name),
    USUAL,
  );

  // With other aliases, and without what an import could find by the old ones.
  for (const place of PLACES) await rm(pathOf(project, USUAL, place), { recursive: true });
  await project.writeConfig(OTHER);
  await add(project, ...items.map((item) => urlOf(item.name)));
  await expectFiles(project, OTHER, items);
  await build(
    project,
    items.map((item) => item.name),
    OTHER,
  );
}

/** Adds items, after a look at what that would do: nothing that is there may be written again. */
async function add(project: Project, ...addresses: string[]): Promise<void> {
  const command = `${SHADCN} add ${addresses.join(' ')}`;
  const plan = await project.run(`${command} --dry-run`);
  if (/\boverwrite\b/.test(plan)) {
    throw new Error(
      `shadcn would ask the user whether to overwrite a file that it has added itself:\n${plan}`,
    );
  }
  await project.run(command);
}

/** Builds it, with the types checked, and with the views of these items on its page. */
async function build(project: Project, names: readonly string[], aliases: Aliases): Promise<void> {
  const views = items
    .filter((item) => names.includes(item.name))
    .map((item) => basename(item.files[0]?.path ?? ''))
    .filter((view) => project.name !== 'next-app' || !notInNext.has(view))
    .map((view) => view.replace('.tsx', ''));
  await project.showViews(views, aliases);
  const output = await project.run('npm run build');
  const warnings = output.split('\n').filter((line) => /\bwarn/i.test(line));
  say(project.name, `built, with ${views.length} views on a page`, ...warnings);
}

/** Every file is where its alias says, and there is none beside them. */
async function expectFiles(project: Project, aliases: Aliases, added: readonly RegistryItem[]) {
  const targets = new Set(added.flatMap(({ files }) => files.map(({ target }) => target)));
  const missing = [...targets].filter((target) => !existsSync(pathOf(project, aliases, target)));
  const lists = PLACES.map((place) => readdir(pathOf(project, aliases, place)));
  const found = (await Promise.all(lists)).flat();
  if (missing.length > 0 || found.length !== targets.size) {
    throw new Error(
      `${project.name} should have ${targets.size} files, and has ${found.length}. Missing: ${missing.join(', ')}`,
    );
  }
  say(project.name, `has the ${found.length} files of ${added.length} patterns, each once`);
}

function pathOf({ folder, root }: Project, aliases: Aliases, target: string): string {
  const path = target.replace(
    /^@(hooks|lib|components)/,
    (_, kind: keyof Aliases) => aliases[kind],
  );
  return join(folder, path.replace(/^@/, root));
}

function say(name: string, ...lines: readonly string[]): void {
  for (const line of lines) console.log(`${name}: ${line}`);
}
