'use client';

import { lazy, type ComponentType } from 'react';

type SocketComponent = ComponentType<{ url: string }>;

/** Each by itself, so that one which cannot even be loaded fails alone. */
const modules = import.meta.glob<Record<string, SocketComponent>>([
  '../../../../../src/patterns/*/*.tsx',
  '!../../../../../src/patterns/03-server-component/*',
  '!**/*.test.tsx',
]);

/** Each pattern by its path, without what all have in common: `01-use-effect/UseEffectSocket`. */
const patterns = Object.fromEntries(
  Object.entries(modules).map(([file, load]) => {
    const [folder = '', name = ''] = file.replace('.tsx', '').split('/').slice(-2);
    const pattern = lazy(async () => {
      const { [name]: component } = await load();
      if (!component) throw new Error(`${file} must export its component by the name ${name}.`);
      return { default: component };
    });
    return [`${folder}/${name}`, pattern];
  }),
);

export function Pattern({ path, url }: { path: string; url: string }) {
  const Component = patterns[path];
  if (!Component) throw new Error(`There is no pattern src/patterns/${path}.tsx.`);
  return <Component url={url} />;
}

export function PatternLinks() {
  return Object.keys(patterns).map((path) => (
    <li key={path}>
      <a href={`/patterns/${path}`}>{path}</a>
    </li>
  ));
}
