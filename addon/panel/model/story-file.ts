import type { Recording } from '../../../src/protocol/har/recording.ts';
import type { Settings } from '../../../mocks/settings.ts';
import { toHarParts } from './har-parts.ts';

/** How the stories of a project are written. */
export type Project = Pick<Settings, 'framework' | 'previewPath'>;

/** The story that a recording is played to. */
export interface StorySubject {
  /** Of its file, from the folder of the project: `./stories/Chat.stories.tsx`. */
  readonly importPath: string;
  /** Of its component's file, where Storybook has found that. */
  readonly componentPath?: string | undefined;
  /** What it begins with, without the Controls that the addon adds. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Which sockets its server answers, where that is not said by its argument `url`. */
  readonly address?: unknown;
  /** @default stories are objects, with the types of `@storybook/react-vite` */
  readonly project?: Project;
}

/** What stands around a meta and a story: https://storybook.js.org/docs/api/csf/csf-next */
const FACTORY = { meta: ['preview.meta({', '});'], story: [' = meta.story({', '});'] } as const;

const toObjects = (component: string) => ({
  meta: ['{', `} satisfies Meta<typeof ${component}>;\n\nexport default meta;`],
  story: [': StoryObj<typeof meta> = {', '};'],
});

/**
 * The file of a story that replays a recording, to stand beside the file of its subject. A part at a
 * time, as `toHarParts`.
 */
export function* toStoryParts(recording: Recording, subject: StorySubject): Generator<string> {
  const { name, path } = findComponent(subject);
  const form = subject.project?.previewPath === undefined ? toObjects(name) : FACTORY;
  const hasSent = recording.sockets.some(({ messages }) =>
    messages.some(({ direction }) => direction === 'out'),
  );
  yield `${toImports(subject)}
import { replays } from 'react-websocket-lab';
import { expect } from 'storybook/test';
import { ${name} } from ${JSON.stringify(path)};

/** What the server sent, and what the page sent, as it was recorded. */
const recorded = replays(`;
  yield* toHarParts(recording);
  yield `);

const meta = ${form.meta[0]}
  component: ${name},
  args: ${JSON.stringify(subject.args)},
${form.meta[1]}

/** The page does what it did when this was recorded. */
export const Replayed${form.story[0]}
  // A real network does not wait for the clock.
  tags: ['simulated-only'],
  parameters: { clock: 'paused', server: { ${toUrl(subject)}behaviour: recorded } },
  play: async ({ clock }) => {
${hasSent ? '    // What a user did is not recorded. Do it here, at its time: after `await clock.advance(ms)`.\n' : ''}    await clock.advance(recorded.durationMs);
    await expect(recorded.differences).toEqual([]);
  },
${form.story[1]}
`;
}

function toImports({ importPath, project = {} }: StorySubject): string {
  const { framework = '@storybook/react-vite', previewPath } = project;
  return previewPath === undefined
    ? `import type { Meta, StoryObj } from ${JSON.stringify(framework)};`
    : `import preview from ${JSON.stringify(relativeTo(importPath, previewPath))};`;
}

function toUrl({ address }: StorySubject): string {
  return address === undefined || address === false ? '' : `url: ${JSON.stringify(address)}, `;
}

/** A name for the file, which Storybook takes for one of stories. */
export function toStoryFileName(subject: StorySubject): string {
  return `${findComponent(subject).name}.replayed.stories.tsx`;
}

function findComponent({ importPath, componentPath }: StorySubject) {
  // Where Storybook has not found it, this is for the reader to complete.
  if (componentPath === undefined) return { name: 'Component', path: './Component' };
  const name = (componentPath.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const isName = /^[A-Z]\w*$/.test(name);
  const path = relativeTo(importPath, componentPath).replace(/\.\w+$/, '');
  return { name: isName ? name : 'Component', path };
}

/** The path of a file as another one imports it; both from the folder of the project. */
function relativeTo(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  while (folders.length > 0 && folders[0] === parts[0]) {
    folders.shift();
    parts.shift();
  }
  return `${folders.length > 0 ? '../'.repeat(folders.length) : './'}${parts.join('/')}`;
}
