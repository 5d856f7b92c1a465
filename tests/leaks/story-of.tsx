import { useEffect } from 'react';
import type { StoryContext } from 'storybook/internal/csf';
import preview from '#.storybook/preview';

export const ignore = () => undefined;

/** What it returns is its clean-up where it is a function. */
export type Effect = (url: string) => unknown;

function Pattern({ url, effect }: { url: string; effect: Effect }) {
  useEffect(() => {
    const cleanUp = effect(url);
    return typeof cleanUp === 'function'
      ? () => void Reflect.apply(cleanUp, undefined, [])
      : undefined;
  }, [url, effect]);
  return <p>the pattern</p>;
}

const doNothing: Effect = () => undefined;

export interface Options {
  readonly play?: (context: StoryContext) => Promise<void>;
  readonly args?: { readonly serverState: 'connecting' };
  readonly globals?: { readonly transport: string; readonly strictMode?: string };
  readonly parameters?: { readonly server: { readonly leavesBehind: string } };
}

let count = 0;

/** A story whose pattern has this effect: each is one of its own to Storybook. */
export function storyOf(effect: Effect, { args, ...options }: Options = {}) {
  return preview
    .meta({
      title: `leaks/${++count}`,
      component: Pattern,
      args: { url: 'wss://lab.test', effect: doNothing },
    })
    .story({ ...options, args: { effect, ...args } });
}

/** One that leaves nothing. */
export const nextStory = storyOf(ignore);

/** The id of the last story that was made. */
export const lastStoryId = () => `leaks-${count}--unnamed-story`;

/** Why a story fails; nothing where it passes. */
export function failureOf(story: ReturnType<typeof storyOf>): Promise<string> {
  return story.run().then(() => '', String);
}
