import type { Figures, StoryCount } from './story-count.ts';

/** The count of a story that has not asked for one: it wraps nothing, and listens to nothing. */
export class NoCount implements StoryCount {
  get figures(): Figures {
    return refuse();
  }

  readonly during = async (): Promise<Figures> => refuse();
}

function refuse(): never {
  throw new Error(
    "This story counts nothing, so that it costs nothing. Add `parameters: { count: 'on' }` to it, or `'shown'` to see the figures below it too: then commits, messages and the time of the main thread are counted from its first mount.",
  );
}
