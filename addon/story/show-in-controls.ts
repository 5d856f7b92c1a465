import { STORY_RENDER_PHASE_CHANGED, UPDATE_STORY_ARGS } from 'storybook/internal/core-events';
import type { StoryContext } from 'storybook/internal/csf';
import { addons } from 'storybook/preview-api';
import type { ServerArgs } from './server-args.ts';
import { Session } from './session.ts';
import { isTestRunner } from './test-run.ts';

/** Storybook runs these once the play function has ended, or has thrown: an update now waits for its turn. */
const PHASES_AFTER_PLAY = new Set(['afterEach', 'finished']);

let isListening = false;

function letControlsFollowAfterPlay(): void {
  if (isListening) return;
  isListening = true;
  addons
    .getChannel()
    .on(STORY_RENDER_PHASE_CHANGED, ({ newPhase, storyId }: Record<string, string>) => {
      if (PHASES_AFTER_PLAY.has(newPhase ?? '')) Session.of(storyId ?? '')?.letControlsFollow();
    });
}

/**
 * How a story's session shows in the Controls what has become of its connection: from the end of the
 * play function on. Not at all where that takes `mount`: Storybook then plays the story again at each
 * change of an argument. Call it when the story is to be rendered; Storybook has no channel earlier.
 */
export function showInControls(context: StoryContext) {
  // Storybook renders the story again for it, and the test runner takes the end of that for the next story's.
  if (isTestRunner()) return undefined;
  // Not among the types of Storybook.
  if (Reflect.get(context, 'usesMount')) return undefined;
  letControlsFollowAfterPlay();
  return (updatedArgs: Partial<ServerArgs>) => {
    addons.getChannel().emit(UPDATE_STORY_ARGS, { storyId: context.id, updatedArgs });
  };
}
