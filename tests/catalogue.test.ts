/** Every list of patterns is the catalogue's, and what is copied needs React alone. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../scripts/child-process.ts';
import { CATALOGUE, GROUPS, linkTo } from '../src/catalogue.ts';
import { flatten } from '../src/flatten.ts';
import { readSource } from '../scripts/read-source.ts';
import { checkTypes } from './check-types.ts';

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
    const copies = new Map<string, string>();
    for (const { folder, view, needs } of CATALOGUE) {
      const copy = flatten(`src/patterns/${folder}/${view}`, readSource);
      const packages = [...copy.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
      const others = packages.filter((name) => !/^react(-dom)?(\/|$)/.test(name ?? ''));
      expect([...new Set(others)]).toEqual(needs === undefined ? [] : [needs]);
      copies.set(`${folder}.tsx`, copy);
    }
    expect(await checkTypes(copies)).toBe('');
  });
});
