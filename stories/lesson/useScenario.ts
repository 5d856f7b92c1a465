import { DocsContext, type DocsContextProps } from '@storybook/addon-docs/blocks';
import { use, useCallback, useEffect, useRef, useState } from 'react';
import {
  PLAY_FUNCTION_THREW_EXCEPTION,
  RESET_STORY_ARGS,
  STORY_ARGS_UPDATED,
  STORY_FINISHED,
  STORY_RENDER_PHASE_CHANGED,
} from 'storybook/internal/core-events';
import { realTime } from '../../mocks/clock.ts';

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
  /** Does something that takes the story away, as soon as it has finished. */
  readonly whenFinished: (act: () => void) => void;
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
  // Storybook reloads the whole page when a story is taken away while it is being rendered.
  const rendering = useRef<'not yet' | number>('not yet');
  const queued = useRef<() => void>(undefined);
  const emptied = useRef<Promise<void>>(Promise.resolve());

  const whenFinished = useCallback((act: () => void) => {
    if (rendering.current === 0) act();
    else queued.current = act;
  }, []);

  const start = (next: Pick<State, 'story' | 'isPlayed'>) =>
    whenFinished(() => {
      rendering.current = 'not yet';
      const progress = next.isPlayed ? 'playing' : 'shown';
      setState((now) => ({ ...next, run: now.run + 1, progress }));
    });

  useEffect(() => {
    const onThrown = ({ message }: { message: string }) => {
      setState((now) => ({ ...now, progress: 'failed', problem: message }));
    };
    // A change of its arguments renders a story again, while it plays too: each begins and finishes.
    let cancel = () => {};
    const ended = () => {
      if (rendering.current === 'not yet') return;
      rendering.current -= 1;
      // Another one that Storybook has put off begins right behind.
      cancel();
      cancel = realTime.after(0, () => {
        if (rendering.current !== 0) return;
        setState((now) => (now.progress === 'playing' ? { ...now, progress: 'played' } : now));
        const act = queued.current;
        queued.current = undefined;
        act?.();
      });
    };
    const onPhase = ({ storyId, newPhase }: Record<string, string>) => {
      if (storyId !== story.id) return;
      if (newPhase === 'aborted') ended();
      if (newPhase !== 'loading') return;
      rendering.current = rendering.current === 'not yet' ? 1 : rendering.current + 1;
    };
    const onFinished = ({ storyId }: { storyId: string }) => {
      if (storyId === story.id) ended();
    };
    channel.on(PLAY_FUNCTION_THREW_EXCEPTION, onThrown);
    channel.on(STORY_RENDER_PHASE_CHANGED, onPhase);
    channel.on(STORY_FINISHED, onFinished);
    return () => {
      cancel();
      channel.off(PLAY_FUNCTION_THREW_EXCEPTION, onThrown);
      channel.off(STORY_RENDER_PHASE_CHANGED, onPhase);
      channel.off(STORY_FINISHED, onFinished);
    };
  }, [channel, story.id]);

  const stage = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      // Who has pressed a scenario far below wants to see it.
      if (isPlayed && element.getBoundingClientRect().top < 0) element.scrollIntoView();
      let remove: (() => Promise<void>) | undefined;
      let isLeft = false;
      const fail = (problem: string) => {
        if (rendering.current === 'not yet') rendering.current = 0;
        setState((now) => ({ ...now, progress: 'failed', problem }));
      };
      const render = async () => {
        // The story before this one keeps its server and its arguments until it has left.
        await emptied.current;
        await resetArgs(channel, story.id);
        if (isLeft) return;
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
    whenFinished,
  };
}
