'use client';

import { lazy, type ComponentType } from 'react';
import { CATALOGUE } from '../../../../../src/catalogue.ts';

type SocketComponent = ComponentType<{ url: string }>;

/** Each by itself, so that one which cannot even be loaded fails alone. */
const modules = import.meta.glob<Record<string, SocketComponent>>([
  '../../../../../src/patterns/*/*.tsx',
  '!**/*.test.tsx',
]);

/** The patterns of the catalogue by their folders. */
const patterns = Object.fromEntries(
  CATALOGUE.filter(({ notInNext }) => notInNext === undefined).map(({ folder, view }) => {
    const file = `src/patterns/${folder}/${view}`;
    const pattern = lazy(async () => {
      const { [view.replace('.tsx', '')]: component } =
        (await modules[`../../../../../${file}`]?.()) ?? {};
      if (!component) throw new Error(`${file} must export its component by the name of the file.`);
      return { default: component };
    });
    return [folder, pattern];
  }),
);

export function Pattern({ folder, url }: { folder: string; url: string }) {
  const Component = patterns[folder];
  if (!Component) throw new Error(`src/catalogue.ts has no pattern ${folder} for Next.js.`);
  return <Component url={url} />;
}

export function PatternLinks() {
  return Object.keys(patterns).map((folder) => (
    <li key={folder}>
      <a href={`/patterns/${folder}`}>{folder}</a>
    </li>
  ));
}
