/**
 * The patterns as a shadcn registry: one item a pattern, with the files that it is made of, found by their
 * imports. `npx shadcn add` puts them where a project keeps its hooks, components and helpers.
 *
 * Why each item carries its parts instead of naming them in `registryDependencies`: shadcn takes a name there
 * for one of its own registry, and a relative path for a file below the folder it runs in. Only a whole URL
 * would do, and the address of the site is not known when it is built. Two items bring a part once all the
 * same: shadcn merges files by their target, and skips one that is already there and is equal.
 *
 * https://ui.shadcn.com/docs/registry/registry-item-json
 */
import type { Pattern } from './catalogue/pattern.ts';
import { filesOf, importsOf, resolve, sourceOf, type ReadSource } from './flatten.ts';

interface RegistryFile {
  /** Where it is in the lab. */
  readonly path: string;
  readonly type: 'registry:hook' | 'registry:component' | 'registry:lib';
  /** Where it lands: `@hooks`, `@components` and `@lib` are the project's own aliases. */
  readonly target: string;
  readonly content: string;
}

export interface RegistryItem {
  readonly $schema: string;
  readonly name: string;
  readonly type: 'registry:block';
  readonly title: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** Packages beside React, as `name@range`. */
  readonly dependencies: readonly string[];
  readonly files: readonly RegistryFile[];
}

/** The ranges of packages by their names, as a `package.json` has them. */
export type Ranges = Readonly<Record<string, string>>;

const SCHEMA = 'https://ui.shadcn.com/schema';

/** What a pattern is called in the registry: its folder without its number. */
export function registryName({ folder }: Pick<Pattern, 'folder'>): string {
  return folder.replace(/^\d+-/, '');
}

/**
 * The command that adds a pattern from the site that shows a page; none where that page has no address that
 * shadcn can fetch from: a file, or a document without a URL.
 * @param page the URL of the page
 */
export function addCommand(pattern: Pick<Pattern, 'folder'>, page: string): string | undefined {
  if (!/^https?:/.test(page)) return undefined;
  return `npx shadcn@latest add ${new URL(`r/${registryName(pattern)}.json`, page).href}`;
}

/**
 * The item of each pattern, in order.
 * @throws {Error} where two patterns have one name, two files would land at one place, an import leads out of
 * the item, or a package has no range
 */
export function makeItems(
  patterns: readonly Pattern[],
  read: ReadSource,
  ranges: Ranges,
): RegistryItem[] {
  const items = patterns.map((pattern) => makeItem(pattern, read, ranges));
  refuseSecond(
    items.map(({ name }, index) => [name, patterns[index]?.folder ?? '']),
    'the folders',
    'one of them would replace the other in the registry',
  );
  refuseSecond(
    items.flatMap(({ files }) => files.map(({ target, path }) => [target.toLowerCase(), path])),
    'the files',
    'a project that adds both would lose one of them',
  );
  return items;
}

/** The list of the items, for `npx shadcn search` and for a namespace: it has no contents. */
export function makeIndex(items: readonly RegistryItem[]) {
  return {
    $schema: `${SCHEMA}/registry.json`,
    name: 'react-websocket-lab',
    // The site's address is not known when it is built. This is a link from the list to the site.
    homepage: '..',
    items: items.map(({ name, type, title, description, categories, dependencies, files }) => ({
      name,
      type,
      title,
      description,
      categories,
      dependencies,
      files: files.map(({ path, type, target }) => ({ path, type, target })),
    })),
  };
}

function makeItem(pattern: Pattern, read: ReadSource, ranges: Ranges): RegistryItem {
  const paths = filesOf(`src/patterns/${pattern.folder}/${pattern.view}`, read).reverse();
  const sources = paths.map((path) => ({ path, source: sourceOf(path, read) }));
  const packages = sources
    .flatMap(({ source }) => importsOf(source).map(({ from }) => from))
    .filter((from) => !from.startsWith('.'))
    .map(packageOf);
  return {
    $schema: `${SCHEMA}/registry-item.json`,
    name: registryName(pattern),
    type: 'registry:block',
    title: pattern.title,
    description: pattern.lesson,
    categories: [pattern.group],
    dependencies: [...new Set(packages)]
      .filter((name) => name !== 'react' && name !== 'react-dom')
      .map((name) => `${name}@${rangeOf(name, ranges)}`),
    files: sources.map(({ path, source }) => ({
      path,
      ...placeOf(path),
      content: withDirective(withAliases(path, source, paths)),
    })),
  };
}

/** A hook is a hook wherever it is in the lab. What else there is stays together in a folder of its room. */
function placeOf(path: string): Pick<RegistryFile, 'type' | 'target'> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^use[A-Z]\w*\.ts$/.test(name)) return { type: 'registry:hook', target: `@hooks/${name}` };
  if (name.endsWith('.tsx'))
    return { type: 'registry:component', target: `@components/websocket/${name}` };
  return { type: 'registry:lib', target: `@lib/websocket/${name}` };
}

/** Imports as shadcn rewrites them for a project: `@/lib/websocket/backoff`, and no file extension. */
function withAliases(path: string, source: string, paths: readonly string[]): string {
  return source.replace(/(?<=\b(?:from|import)\s*\(?\s*)'(\.[^']+)'/g, (_, from: string) => {
    const imported = resolve(path, from);
    if (!paths.includes(imported)) {
      throw new Error(
        `${path} imports ${from}, and the registry cannot bring ${imported} with it, so a project that adds the pattern would not build. Import it by \`import … from\` from a .ts or .tsx file.`,
      );
    }
    return `'@/${placeOf(imported)
      .target.slice(1)
      .replace(/\.tsx?$/, '')}'`;
  });
}

/**
 * What runs in the browser says so to Next.js. The semicolon keeps the line in other projects too, where it does
 * nothing. Without it, shadcn takes the line out of every second file only, not the same ones each time, and
 * asks about a part that it has changed in this way itself (https://github.com/shadcn-ui/ui/issues/8991).
 */
function withDirective(source: string): string {
  const needsReact = importsOf(source).some(
    ({ what = '', from }) => from === 'react' && hasValue(what),
  );
  const callsHook = /\buse(?:[A-Z]\w*)?[<(]/.test(source);
  return needsReact || callsHook ? `'use client';\n\n${source}` : source;
}

/** Whether an import statement is for more than types. */
function hasValue(what: string): boolean {
  if (what.startsWith('type ')) return false;
  const names = what.replace(/[{}]/g, '').split(',');
  return names.some((name) => name.trim() !== '' && !name.trim().startsWith('type '));
}

function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The range that a project may have: the lab itself pins a version. */
function rangeOf(name: string, ranges: Ranges): string {
  const range = ranges[name];
  if (range === undefined) {
    throw new Error(
      `A pattern imports ${name}, and package.json does not list it, so the registry cannot say which version a project needs. Run \`npm install --save-dev ${name}\`.`,
    );
  }
  return /^\d/.test(range) ? `^${range}` : range;
}

/** Throws where one key is that of two things. */
function refuseSecond(
  entries: readonly (readonly [key: string, of: string])[],
  things: string,
  why: string,
): void {
  const first = new Map<string, string>();
  for (const [key, of] of entries) {
    const other = first.get(key) ?? of;
    if (other !== of) {
      throw new Error(
        `In the registry, ${things} ${other} and ${of} are both ${key}, so ${why}. Rename one.`,
      );
    }
    first.set(key, of);
  }
}
