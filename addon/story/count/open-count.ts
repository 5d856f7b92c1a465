import { Counter } from './counter.ts';
import { NoCount } from './no-count.ts';
import type { CountSetting, StoryCount } from './story-count.ts';

/** A story's count, and what the stage needs of it where there is one. */
export interface OpenCount {
  readonly count: StoryCount;
  readonly counter: Counter | undefined;
  readonly isShown: boolean;
}

export function openCount(setting: CountSetting, storyId: string): OpenCount {
  if (setting === 'off') return { count: new NoCount(), counter: undefined, isShown: false };
  const counter = new Counter(storyId);
  return { count: counter, counter, isShown: setting === 'shown' };
}
