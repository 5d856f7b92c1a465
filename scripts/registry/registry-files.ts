import { makeIndex, makeItems, type Ranges, type RegistryItem } from '../../src/registry.ts';
import { CATALOGUE } from '../../src/catalogue.ts';
import { readSource } from '../read-source.ts';

/** The item of each pattern, with the files as they are now. */
export function readItems(): RegistryItem[] {
  const { dependencies, devDependencies } = JSON.parse(
    readSource('package.json') ?? '{}',
  ) as Record<'dependencies' | 'devDependencies', Ranges>;
  return makeItems(CATALOGUE, readSource, { ...devDependencies, ...dependencies });
}

/** What shadcn asks for, by its path in the site: `r/reconnect.json`. */
export function registryFiles(): Map<string, string> {
  const items = readItems();
  const files = [
    ...items.map((item) => [item.name, item] as const),
    ['registry', makeIndex(items)] as const,
  ];
  return new Map(
    files.map(([name, content]) => [`r/${name}.json`, `${JSON.stringify(content, null, 2)}\n`]),
  );
}
