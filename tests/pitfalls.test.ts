/** Each pitfall is built broken and fixed, little apart, and found by what its page names. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffLines } from 'diff';
import { ESLint } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../scripts/child-process.ts';
import { readSource } from '../scripts/read-source.ts';
import { findPattern } from '../src/catalogue.ts';
import { fits, linkToPitfall, numberOf, PITFALLS, type Told } from '../src/pitfalls.ts';

/** How many lines one of the two may have that the other has not. */
const MOST_LINES = 10;

const folders = readdirSync(join(ROOT, 'src/pitfalls'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

test('each folder has its entry, in the order of the numbers from P1 on', () => {
  expect(PITFALLS.map(({ folder }) => folder)).toEqual(folders);
  expect(PITFALLS.map(numberOf)).toEqual(PITFALLS.map((_, index) => `P${index + 1}`));
});

test('the README has a row for each pitfall, in order', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const rows = PITFALLS.map(({ folder, title }) => `[${title}](src/pitfalls/${folder})`);
  const written = readme
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('](src/pitfalls/'))
    .map((line) => line.split('|')[1]?.trim());
  expect(written).toEqual(rows);
});

describe.each(PITFALLS)('$folder', (pitfall) => {
  const { folder, title, why, symptoms, figure } = pitfall;
  const read = (name: 'Broken' | 'Fixed') => readSource(`src/pitfalls/${folder}/${name}.tsx`) ?? '';

  test('says all that its page shows', () => {
    expect(existsSync(join(ROOT, `stories/pitfalls/${folder}.stories.tsx`))).toBe(true);
    expect(linkToPitfall(pitfall)).toBe(`./?path=/docs/pitfalls-${folder}--docs`);
    expect(findPattern(pitfall.pattern).folder).toBe(pitfall.pattern);
    expect(title).not.toMatch(/\.$/);
    expect(why).toMatch(/\.$/);
    expect(why.split(/[.;:] (?=[A-Z`])/).length, why).toBeLessThanOrEqual(3);
    expect(symptoms.length).toBeGreaterThanOrEqual(3);
  });

  test('has a figure that tells the two apart', () => {
    const bounds = (told: Told) =>
      typeof told === 'number' ? [told] : 'atLeast' in told ? [told.atLeast] : [told.atMost];
    for (const value of bounds(figure.broken)) expect(fits(value, figure.fixed)).toBe(false);
    for (const value of bounds(figure.fixed)) expect(fits(value, figure.broken)).toBe(false);
  });

  test(`is at most ${MOST_LINES} lines apart`, () => {
    const changes = diffLines(read('Broken'), read('Fixed'));
    const count = (kind: 'added' | 'removed') =>
      changes.filter((change) => change[kind]).reduce((sum, { count }) => sum + count, 0);
    expect(count('added') + count('removed')).toBeGreaterThan(0);
    expect(count('removed')).toBeLessThanOrEqual(MOST_LINES);
    expect(count('added')).toBeLessThanOrEqual(MOST_LINES);
  });

  test('is found by the rules of React that it names, and by no other', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        { files: ['**/*.tsx'], languageOptions: { parser: tseslint.parser } },
        reactHooks.configs.flat['recommended-latest'],
      ],
    });
    const found = async (name: 'Broken' | 'Fixed') => {
      const [result] = await eslint.lintText(read(name), { filePath: `${name}.tsx` });
      return result?.messages.map(({ ruleId }) => ruleId);
    };
    expect(await found('Broken')).toEqual(pitfall.lint ?? []);
    expect(await found('Fixed')).toEqual([]);
  });
});
