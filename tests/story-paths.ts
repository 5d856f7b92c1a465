import type { Plugin } from 'vite';

/** What Storybook writes into each story file: the test is there only where this is the tested file. */
const GUARD = 'convertToFilePath(import.meta.url)';
/** The same, for every character that a URL escapes. Storybook's own puts back the space alone. */
const PATH = 'decodeURIComponent(new URL(import.meta.url).pathname)';

/** Rewrites the code of a story file, where it has Storybook's guard. */
export function decodePaths(code: string): string | undefined {
  return code.includes(GUARD) ? code.replaceAll(GUARD, PATH) : undefined;
}

/**
 * Finds the tests of story files in a folder with spaces or letters beyond ASCII in its path. Storybook
 * compares the file's URL to its path, and would find none.
 */
export const storyPaths = (): Plugin => ({
  name: 'lab:story-paths',
  enforce: 'post',
  transform: decodePaths,
});
