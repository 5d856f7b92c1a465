/** The registry of all patterns: what shadcn takes for an item, and what a project has after it has added them. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readItems, registryFiles } from '../scripts/registry/registry-files.ts';
import { CATALOGUE } from '../src/catalogue.ts';
import type { RegistryItem } from '../src/registry.ts';
import { checkTypes } from './check-types.ts';

/** After https://ui.shadcn.com/schema/registry-item.json, as strict as this registry is. */
const File = v.object({
  path: v.pipe(v.string(), v.startsWith('src/')),
  type: v.picklist(['registry:hook', 'registry:component', 'registry:lib']),
  target: v.pipe(v.string(), v.regex(/^@(hooks|components|lib)\/[\w/-]+\.tsx?$/)),
  content: v.pipe(v.string(), v.minLength(1)),
});
const Item = v.strictObject({
  $schema: v.literal('https://ui.shadcn.com/schema/registry-item.json'),
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z-]+$/)),
  type: v.literal('registry:block'),
  title: v.pipe(v.string(), v.minLength(1)),
  description: v.pipe(v.string(), v.minLength(1)),
  categories: v.array(v.string()),
  dependencies: v.array(v.pipe(v.string(), v.regex(/^(@[\w-]+\/)?[\w-]+@\^\d+\.\d+\.\d+$/))),
  files: v.pipe(v.array(v.strictObject(File.entries)), v.minLength(1)),
});
const Index = v.strictObject({
  $schema: v.literal('https://ui.shadcn.com/schema/registry.json'),
  name: v.string(),
  homepage: v.string(),
  items: v.array(
    v.strictObject({
      ...v.omit(Item, ['$schema']).entries,
      files: v.array(v.omit(File, ['content'])),
    }),
  ),
});

const items = readItems();
const files = registryFiles();

test('there is a file for each pattern of the catalogue, and the list of them', () => {
  const names = CATALOGUE.map(({ folder }) => folder.replace(/^\d+-/, ''));
  expect(new Set(names).size).toBe(names.length);
  expect([...files.keys()]).toEqual([...names, 'registry'].map((name) => `r/${name}.json`));
  const index = v.parse(Index, JSON.parse(files.get('r/registry.json') ?? ''));
  expect(index.items.map(({ name }) => name)).toEqual(names);
});

describe('each item', () => {
  const inAlias = ({ target }: { target: string }) => target.replace(/^@(.*)\.tsx?$/, '@/$1');

  test.for(items)('$name', (item) => {
    expect(v.parse(Item, JSON.parse(files.get(`r/${item.name}.json`) ?? ''))).toEqual(item);
    // All that is imported comes with it.
    const packages = ['react', 'react-dom', ...item.dependencies.map(withoutRange)];
    const brought = new Set(item.files.map(inAlias));
    for (const { path, content } of item.files) {
      for (const from of specifiersIn(content)) {
        const isThere = from.startsWith('@/')
          ? brought.has(from)
          : packages.includes(packageOf(from));
        expect(isThere, `${path} imports ${from}`).toBe(true);
      }
    }
  });

  test('but 34 needs React alone', () => {
    const needs = items.flatMap(({ name, dependencies }) =>
      dependencies.map((range) => [name, withoutRange(range)]),
    );
    expect(needs).toEqual(
      CATALOGUE.flatMap(({ folder, needs }) =>
        needs ? [[folder.replace(/^\d+-/, ''), needs]] : [],
      ),
    );
  });
});

/** What a file imports: any text in quotes behind `from` or `import`. The registry reads imports more strictly. */
function specifiersIn(content: string): string[] {
  return [...content.matchAll(/\b(?:from|import)\b[\s(]*(['"])(.+?)\1/g)].map(
    ([, , from = '']) => from,
  );
}

const withoutRange = (dependency: string) => dependency.slice(0, dependency.lastIndexOf('@'));
const packageOf = (from: string) => /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? '';

const placed = (added: readonly RegistryItem[]) =>
  new Map(
    added.flatMap(({ files }) => files.map(({ target, content }) => [target.slice(1), content])),
  );

/** Each option that a template of Vite or Next.js sets, and that may make an error of a copied line. */
const OPTIONS = {
  paths: { '@/*': ['./*'] },
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noFallthroughCasesInSwitch: true,
};

test('all of them together type-check', async () => {
  expect(await checkTypes(placed(items), OPTIONS)).toBe('');
});
