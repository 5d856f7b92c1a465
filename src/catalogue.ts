/** The patterns, in the order to read them. Every list of patterns in the lab is made from this one. */
import { BASICS } from './catalogue/basics.ts';
import type { Pattern } from './catalogue/pattern.ts';
import { STAYING_CONNECTED } from './catalogue/staying-connected.ts';

export { GROUPS, type Group, type Pattern, type Source } from './catalogue/pattern.ts';

export const CATALOGUE: readonly Pattern[] = [...BASICS, ...STAYING_CONNECTED];

/** The pattern of that folder. @throws {Error} when the catalogue has none */
export function findPattern(folder: string): Pattern {
  const pattern = CATALOGUE.find((entry) => entry.folder === folder);
  if (!pattern)
    throw new Error(`There is no pattern ${folder} in src/catalogue.ts. Add an entry for it.`);
  return pattern;
}

/** Where the lab shows a pattern's lesson, as a link inside Storybook. */
export function linkTo({ folder, group }: Pick<Pattern, 'folder' | 'group'>): string {
  return `?path=/docs/patterns-${group}-${folder}--docs`;
}
