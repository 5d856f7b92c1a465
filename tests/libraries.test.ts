/** What the page of the libraries says about itself. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { toArrows } from '../addon/panel/model/sequence.ts';
import type { LedgerEvent } from '../mocks/ledger.ts';
import { ADVICE } from '../stories/libraries/advice.ts';
import { columns } from '../stories/libraries/columns.ts';
import { CONTENDERS } from '../stories/libraries/contenders/all.ts';
import { judgementOf } from '../stories/libraries/judgement.ts';
import { RESULTS } from '../stories/libraries/read-results.ts';
import type { Cell } from '../stories/libraries/results.ts';
import { SCENARIOS } from '../stories/libraries/scenarios/all.ts';
import { COSTS } from '../stories/libraries/scenarios/costs.ts';
import type { Verdict } from '../stories/libraries/scenarios/scenario.ts';
import { toTrace } from '../stories/libraries/trace.ts';
import { leftOut, toRows } from '../stories/libraries/trace-rows.ts';

const rows = [...SCENARIOS, ...COSTS].map(({ id }) => id);
const LINE_LIMIT = 35;

describe.for(CONTENDERS)('$name', ({ id, best, notItsJob, Component }) => {
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
});

const packages = CONTENDERS.flatMap(({ npm }) => npm ?? []);

test.for(packages)('the results are those of the installed %s', (npm) => {
  const { version } = createRequire(import.meta.url)(`../node_modules/${npm}/package.json`) as {
    readonly version: string;
  };
  expect(RESULTS.versions[npm]).toBe(version);
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

describe('a cell', () => {
  const [column] = columns;
  if (!column) throw new Error('There is no library.');
  const outcome = (verdict: Verdict): Cell => ({ verdict, says: '', figures: {}, trace: [] });
  const judge = (row: string, verdict: Verdict) => judgementOf(column, row, outcome(verdict));
  const [excused = ''] = Object.keys(column.contender.notItsJob);

  test('is no failure where it is not the job of the library', () => {
    expect(judge(excused, 'bad')).toBe('not its job');
    expect(judge(excused, 'partly')).toBe('not its job');
    expect(judge(excused, 'good')).toBe('good');
    expect(judge('drop', 'bad')).toBe('bad');
  });

  test('is drawn from what its sockets have done', () => {
    const rows = toRows([
      '0 1 made',
      '20 1 open',
      '30 1 > {"a": 1}',
      '40 1 < two words',
      '50 1 closing',
      '60 1 close 1012 the server restarts',
      '60 2 made',
      '70 2 error',
      '70 2 lost 1006 ',
    ]);
    expect(toArrows(rows).map(({ label, to, fate }) => `${label} ${to} ${fate}`)).toEqual([
      'GET, Upgrade: websocket server arrived',
      '101 Switching Protocols page arrived',
      '{"a": 1} server arrived',
      'two words page arrived',
      'CLOSING undefined arrived',
      'Close 1012 Service Restart: the server restarts page arrived',
      'Close 1012 Service Restart: the server restarts server arrived',
      'GET, Upgrade: websocket server arrived',
      'error undefined lost',
      'no connection, 1006 Abnormal Closure page refused',
    ]);
  });

  test('says how much of a long run is not drawn', () => {
    const made = Array.from({ length: 100 }, (_, n) => [event(n), undefined] as const);
    const trace = toTrace(made);
    expect(trace).toHaveLength(61);
    expect(leftOut(trace)).toBe(40);
    expect(toRows(trace)).toHaveLength(60);
  });
});

const event = (n: number): LedgerEvent => ({ type: 'error', socketId: 7, at: 1_000 + n });
