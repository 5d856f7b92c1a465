/** In a path, Vite and Vitest take these for a part of a URL or of a script, Storybook for a pattern. */
const READ_AS_MORE = /[#?%'[\]{}*\\]/g;

/** Why the lab cannot run in a folder, and what to do; nothing where it can. */
export function findFlawOf(folder: string): string | undefined {
  const flaws = [...new Set(folder.match(READ_AS_MORE))];
  if (flaws.length === 0) return undefined;
  return `The path ${folder} has ${flaws.join(' and ')} in it, which Vite, Vitest or Storybook take for something else: they would find no stories, or no tests. Move the lab to a folder without # ? % ' [ ] { } * \\ in its path. Spaces and letters of any language are fine.`;
}
