/** Every list of patterns is the catalogue's, and what is copied needs React alone. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../scripts/child-process.ts';
import { CATALOGUE, GROUPS, linkTo } from '../src/catalogue.ts';
import { flatten } from '../src/flatten.ts';
import { readSource } from '../scripts/read-source.ts';

test('each entry has its view, and its stories in the folder of its group', () => {
  for (const { folder, group, view } of CATALOGUE) {
    expect(existsSync(join(ROOT, 'src/patterns', folder, view)), view).toBe(true);
    const stories = join(ROOT, 'stories/patterns', group, `${folder}.stories.tsx`);
    expect(existsSync(stories), stories).toBe(true);
  }
});

test('the README has a row for each pattern, in order', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const rows = CATALOGUE.map(({ folder, view, title, lesson }) =>
    [`[${title}](src/patterns/${folder}/${view})`, lesson].join(' | '),
  );
  const written = readme
    .split('\n')
    .filter((line) => line.includes('](src/patterns/') && line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    );
  expect(written).toEqual(rows);
});

test('the sidebar has the groups in the order of the catalogue', async () => {
  const preview = await readFile(join(ROOT, '.storybook/preview.tsx'), 'utf8');
  const groups = Object.keys(GROUPS).map((group) => `'${group}'`);
  expect(preview).toContain(`[${groups.join(', ')}]`);
  const inOrder = CATALOGUE.map(({ group, folder }) => [
    Object.keys(GROUPS).indexOf(group),
    folder,
  ]);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => (a < b ? -1 : 1)));
});

test('each entry says all that its page shows', () => {
  for (const { folder, group, lesson, prevents, notNeeded, rules, symptoms } of CATALOGUE) {
    for (const sentence of [lesson, prevents, notNeeded]) expect(sentence, folder).toMatch(/\.$/);
    expect(symptoms.length, folder).toBeGreaterThan(0);
    expect(rules.length, folder).toBeGreaterThan(0);
    expect(linkTo({ folder, group })).toBe(`./?path=/docs/patterns-${group}-${folder}--docs`);
  }
});

describe('a copy in one file', () => {
  test('needs React alone, or what its entry names', async () => {
    const cache = join(ROOT, 'node_modules/.cache');
    await mkdir(cache, { recursive: true });
    const folder = await mkdtemp(join(cache, 'copies-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const { folder: pattern, view, needs } of CATALOGUE) {
      const copy = flatten(`src/patterns/${pattern}/${view}`, readSource);
      const packages = [...copy.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
      const others = packages.filter((name) => !/^react(-dom)?(\/|$)/.test(name ?? ''));
      expect([...new Set(others)]).toEqual(needs === undefined ? [] : [needs]);
      await writeFile(join(folder, `${pattern}.tsx`), copy);
    }
    const config = {
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        types: [],
        noEmit: true,
        strict: true,
        skipLibCheck: true,
      },
      include: ['*.tsx'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = await execa('npx', ['tsc', '-p', folder]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });
});
