import { DEFAULT_DRAFT, type Draft } from './draft.ts';
import { NO_FILTER, type Filter } from './filter.ts';

export type View =
  'timeline' | 'sequence' | 'states' | 'drive' | 'replay' | 'left-behind' | 'warnings';

/** How the user has set up the panel. Stays when the story changes. */
export interface Preferences {
  readonly view: View;
  readonly filter: Filter;
  /** Width of the timeline's details, in percent. */
  readonly detailsPercent: number;
  /** What the verbs of the server are given. */
  readonly draft: Draft;
}

export const DEFAULT_PREFERENCES: Preferences = {
  view: 'timeline',
  filter: NO_FILTER,
  detailsPercent: 45,
  draft: DEFAULT_DRAFT,
};
