import type { Column } from './columns.ts';
import type { Cell } from './results.ts';
import type { Verdict } from './scenarios/scenario.ts';

/** How a cell is shown. */
export type Judgement = Verdict | 'not its job';

/** What a library does not do and does not claim to do is no failure. What it does all the same, counts. */
export function judgementOf({ contender }: Column, row: string, { verdict }: Cell): Judgement {
  const isItsJob = contender.notItsJob[row] === undefined;
  return isItsJob || verdict === 'good' ? verdict : 'not its job';
}

/** The sign of each, for those who do not see its colour. */
export const SIGNS: Readonly<Record<Judgement, string>> = {
  good: '✓',
  partly: '~',
  bad: '✗',
  figure: '·',
  'not its job': '–',
};

export const WORDS: Readonly<Record<Judgement, string>> = {
  good: 'does it',
  partly: 'in part',
  bad: 'does not',
  figure: 'a figure',
  'not its job': 'not its job',
};
