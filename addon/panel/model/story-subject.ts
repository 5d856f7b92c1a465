import { serverArgTypes } from '../../story/server-args.ts';
import type { Project, StorySubject } from './story-file.ts';

/** What Storybook's manager knows of a story. */
interface KnownStory {
  readonly id: string;
  readonly importPath: string;
  readonly initialArgs?: Readonly<Record<string, unknown>> | undefined;
  readonly componentPath?: string | undefined;
  readonly parameters?: { readonly server?: { readonly url?: unknown } } | undefined;
}

/** A story as its own file says it: without the Controls that the addon adds, and its id in the URL. */
export function toSubject(story: KnownStory, project: Project = {}): StorySubject {
  const { id, importPath, initialArgs = {}, componentPath, parameters } = story;
  const own = Object.entries(initialArgs).filter(([name]) => !(name in serverArgTypes));
  const args = Object.fromEntries(
    own.map(([name, value]) => [name, name === 'url' ? withoutId(String(value), id) : value]),
  );
  return { importPath, componentPath, args, address: parameters?.server?.url, project };
}

function withoutId(url: string, storyId: string): string {
  return url.replace(`/${storyId}`, '');
}
