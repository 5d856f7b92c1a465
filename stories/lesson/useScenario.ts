import { DocsContext, type DocsContextProps } from '@storybook/addon-docs/blocks';
import { use, useCallback, useEffect, useRef, useState } from 'react';
import {
  PLAY_FUNCTION_THREW_EXCEPTION,
  RESET_STORY_ARGS,
  STORY_ARGS_UPDATED,
  STORY_FINISHED,
  STORY_RENDER_PHASE_CHANGED,
} from 'storybook/internal/core-events';

export type Story = ReturnType<DocsContextProps['componentStories']>[number];

/** How far the scenario on the stage is. The first is only shown; one that was pressed plays. */
export type Progress = 'shown' | 'playing' | 'played' | 'failed';

export interface Scenario {
  readonly story: Story;
  /** Counts the mounts of the stage, from 1. */
  readonly run: number;
  readonly progress: Progress;
  /** What its play function or its component threw. */
  readonly problem: string | undefined;
  /** Puts a story on the stage as it is at first, and plays it: once the one before has finished. */
  readonly play: (story: Story) => void;
  /** Puts the story on the stage again, without playing it. */
  readonly restart: () => void;
  /** The ref of the element in which the story stands. Another `run` wants another element. */
  readonly stage: (element: HTMLElement | null) => (() => void) | undefined;
}

interface State {
  readonly story: Story;
  readonly run: number;
  readonly isPlayed: boolean;
  readonly progress: Progress;
  readonly problem?: string;
}

/** Resolves when the story has its own arguments again: a change later would render it once more. */
function resetArgs(channel: DocsContextProps['channel'], storyId: string): Promise<void> {
  return new Promise((resolve) => {
    channel.once(STORY_ARGS_UPDATED, () => resolve());
    channel.emit(RESET_STORY_ARGS, { storyId });
  });
}

/** One story at a time on the stage of a Docs page, where Storybook itself plays none. */
export function useScenario(stories: readonly Story[]): Scenario {
  const docs = use(DocsContext);
  const { channel } = docs;
  const [first] = stories;
  if (!first) throw new Error('A lesson needs a story, and its file exports none.');
  const [state, setState] = useState<State>({
    story: first,
    run: 1,
    isPlayed: false,
    progress: 'shown',
  });
  const { story, run, isPlayed } = state;
  // Storybook reloads the whole page when a story is taken away before it has finished.
  const isPending = useRef(false);
  const queued = useRef<Pick<State, 'story' | 'isPlayed'>>(undefined);
  const emptied = useRef<Promise<void>>(Promise.resolve());

  const start = useCallback((next: Pick<State, 'story' | 'isPlayed'>) => {
    if (isPending.current) queued.current = next;
    const progress = next.isPlayed ? 'playing' : 'shown';
    setState((now) => (isPending.current ? now : { ...next, run: now.run + 1, progress }));
  }, []);

  useEffect(() => {
    const onThrown = ({ message }: { message: string }) => {
      setState((now) => ({ ...now, progress: 'failed', problem: message }));
    };
    // Also where it is rendered again, as one of its arguments has changed.
    const onPhase = ({ storyId, newPhase }: Record<string, string>) => {
      if (storyId === story.id && newPhase === 'loading') isPending.current = true;
    };
    const onFinished = ({ storyId }: { storyId: string }) => {
      if (storyId !== story.id) return;
      isPending.current = false;
      setState((now) => (now.progress === 'playing' ? { ...now, progress: 'played' } : now));
      const next = queued.current;
      queued.current = undefined;
      if (next) start(next);
    };
    channel.on(PLAY_FUNCTION_THREW_EXCEPTION, onThrown);
    channel.on(STORY_RENDER_PHASE_CHANGED, onPhase);
    channel.on(STORY_FINISHED, onFinished);
    return () => {
      channel.off(PLAY_FUNCTION_THREW_EXCEPTION, onThrown);
      channel.off(STORY_RENDER_PHASE_CHANGED, onPhase);
      channel.off(STORY_FINISHED, onFinished);
    };
  }, [channel, story.id, start]);

  const stage = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      let remove: (() => Promise<void>) | undefined;
      let isLeft = false;
      const fail = (problem: string) =>
        setState((now) => ({ ...now, progress: 'failed', problem }));
      const render = async () => {
        // The story before this one keeps its server and its arguments until it has left.
        await emptied.current;
        await resetArgs(channel, story.id);
        if (isLeft) return;
        isPending.current = true;
        remove = docs.renderStoryToElement(
          story,
          element,
          {
            showMain: () => undefined,
            showError: ({ title, description }) => fail(`${title} ${description}`),
            showException: (error) => fail(error.message),
          },
          { autoplay: isPlayed, forceInitialArgs: false },
        );
      };
      void render();
      return () => {
        isLeft = true;
        if (remove) emptied.current = remove();
      };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each run has an element of its own
    [docs, channel, story, isPlayed, run],
  );

  return {
    story,
    run,
    progress: state.progress,
    problem: state.problem,
    stage,
    play: (next) => start({ story: next, isPlayed: true }),
    restart: () => start({ story, isPlayed: false }),
  };
}
