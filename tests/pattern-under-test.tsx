/** One pattern of the catalogue on the page, to be mounted, moved and unmounted by a test. */
import type { ReactRenderer } from '@storybook/react-vite';
import { useEffect, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import type { StoryContext } from 'storybook/internal/csf';
import { inject } from 'vitest';
import preview from '#.storybook/preview';
import type { ServerParameters } from '../addon/story/parameters.ts';
import type { ServerArgs } from '../addon/story/server-args.ts';
import { CATALOGUE, type Pattern } from '../src/catalogue.ts';

type Story = ReturnType<ReturnType<typeof preview.meta>['story']>;
export type Context = StoryContext<ReactRenderer>;
type PatternComponent = ComponentType<{ url: string }>;

const components = import.meta.glob<Record<string, PatternComponent>>('../src/patterns/*/*.tsx', {
  eager: true,
});
const storyFiles = import.meta.glob<Record<string, Story | { _tag: 'Meta' }>>(
  '../stories/patterns/*/*.stories.tsx',
  { eager: true },
);

/** Every folder that holds a pattern. */
export const folders = [
  ...new Set(Object.keys(components).map((path) => path.split('/').at(-2) ?? path)),
];

/** The folders of the catalogue's entries. */
export const entries = CATALOGUE.map(({ folder }) => folder);

/** What a test does to the pattern while it is on the page. */
export interface Handle {
  /** Mounts it again, as if for the first time. */
  readonly remount: () => void;
  /** Gives it a URL that ends with this, at the same server. */
  readonly moveTo: (suffix: string) => void;
  /** Puts so many of it on the page. */
  readonly show: (copies: number) => void;
  /** Does what the user does to connect: nothing, where the pattern connects by itself. */
  readonly connect: () => Promise<void>;
}

/** The story in which a pattern simply connects, on both transports: `Open`, or the first there is. */
export function storyOf({ folder, group }: Pattern): Story | undefined {
  const { Open, ...others } =
    storyFiles[`../stories/patterns/${group}/${folder}.stories.tsx`] ?? {};
  return [Open, ...Object.values(others)]
    .filter((exported) => exported?._tag === 'Story')
    .find(({ composed }) => !composed.tags.includes('simulated-only'));
}

/** How a story is run, where that is not as usual. */
interface Setting {
  readonly args?: Partial<ServerArgs>;
  readonly globals?: Readonly<Record<string, string>>;
}

/** @throws {Error} when the file does not export it by its name, as Next.js and the copy need it */
export function componentOf({ folder, view }: Pattern): PatternComponent {
  const path = `src/patterns/${folder}/${view}`;
  const component = components[`../${path}`]?.[view.replace('.tsx', '')];
  if (!component) throw new Error(`${path} must export its component by the name of the file.`);
  return component;
}

/** Runs `play` with the pattern on the page. Fails where the catalogue, the stories and `src` disagree. */
export async function play(
  pattern: Pattern,
  { args, globals }: Setting,
  act: (context: Context, handle: Handle) => Promise<void>,
): Promise<void> {
  const { folder, group } = pattern;
  const Component = componentOf(pattern);
  const story = storyOf(pattern);
  if (!story) throw new Error(`stories/patterns/${group}/${folder}.stories.tsx has no story.`);
  let change: (made: Partial<Shown>) => void = () => undefined;

  function UnderTest({ url }: { url: string }) {
    const [shown, setShown] = useState<Shown>({ mount: 0, suffix: '', copies: 1 });
    useEffect(() => {
      // At once: what the test does next, it does to the pattern as changed.
      change = (made) => flushSync(() => setShown((before) => ({ ...before, ...made })));
    }, []);
    return Array.from({ length: shown.copies }, (_, copy) => (
      <Component key={`${shown.mount} ${copy}`} url={url + shown.suffix} />
    ));
  }

  await story
    .extend({
      render: ({ url }) => <UnderTest url={String(url)} />,
      args: { serverState: 'open', ...args },
      // A test does what no story does: it puts two of a pattern on the page.
      parameters: { server: { warnings: 'any' } },
      globals: { transport: inject('transport'), ...globals },
      play: async (context: Context) => {
        let mounts = 0;
        await act(context, {
          remount: () => change({ mount: ++mounts }),
          moveTo: (suffix) => change({ suffix }),
          show: (copies) => change({ copies }),
          connect: async () => {
            await (context.parameters['server'] as ServerParameters)?.connect?.(context);
          },
        });
      },
    })
    .run();
}

interface Shown {
  readonly mount: number;
  readonly suffix: string;
  readonly copies: number;
}
