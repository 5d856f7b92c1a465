/** What the page of the libraries says about itself. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { ADVICE } from '../stories/libraries/advice.ts';
import { columns } from '../stories/libraries/columns.ts';
import { CONTENDERS } from '../stories/libraries/contenders/all.ts';
import { RESULTS } from '../stories/libraries/read-results.ts';
import { SCENARIOS } from '../stories/libraries/scenarios/all.ts';
import { COSTS } from '../stories/libraries/scenarios/costs.ts';

const rows = [...SCENARIOS, ...COSTS].map(({ id }) => id);
const LINE_LIMIT = 35;

describe.for(CONTENDERS)('$name', ({ id, npm, best, notItsJob, Component }) => {
  const fileOf = () => readFile(`stories/libraries/contenders/${id}.tsx`, 'utf8');

  test(`its adapter has at most ${LINE_LIMIT} lines`, async () => {
    const [, adapter] =
      new RegExp(`^(export function ${Component.name}\\b.*?^}$)`, 'ms').exec(await fileOf()) ?? [];
    expect(adapter?.split('\n').length).toBeLessThanOrEqual(LINE_LIMIT);
  });

  test('each option that is set says where it is documented', () => {
    const documented = best?.documented.map(({ code }) => code).join(' ') ?? '';
    for (const name of Object.keys(best?.options ?? {})) expect(documented).toContain(name);
    for (const { link } of best?.documented ?? []) expect(link).toMatch(/^https:\/\//);
  });

  test('what is not its job is a row', () => {
    for (const row of Object.keys(notItsJob)) expect(rows).toContain(row);
  });

  test.runIf(npm)('the results are those of its installed version', () => {
    const { version } = createRequire(import.meta.url)(`../node_modules/${npm}/package.json`) as {
      readonly version: string;
    };
    expect(RESULTS.versions[npm ?? '']).toBe(version);
  });
});

test.for(columns)('$key has a result in each row', ({ key }) => {
  expect(Object.keys(RESULTS.cells[key] ?? {}).toSorted()).toEqual(rows.toSorted());
});

test.for(ADVICE)('$take is good where the advice says so', ({ take, rows: wanted }) => {
  for (const row of wanted)
    expect(RESULTS.cells[take]?.[row], row).toMatchObject({ verdict: 'good' });
});

test('useReliableSocket is as good as the best library in each row that is its job', () => {
  const own = columns.find(({ key }) => key === 'reliable/defaults');
  const libraries = columns.filter(({ contender }) => contender.npm);
  const worse = SCENARIOS.filter(({ id }) => {
    const isBest = libraries.some(({ key }) => RESULTS.cells[key]?.[id]?.verdict === 'good');
    const isOwnJob = own?.contender.notItsJob[id] === undefined;
    return isBest && isOwnJob && RESULTS.cells['reliable/defaults']?.[id]?.verdict !== 'good';
  });
  expect(worse.map(({ id }) => id)).toEqual([]);
});
