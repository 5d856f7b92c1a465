import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { isOfProject } from './is-of-project.ts';

/** Ours, where the project is the lab itself. */
const OF_THE_LAB = fileURLToPath(new URL('../../src/protocol/', import.meta.url));

/** Storybook and Testing Library, as far as each page has them from the start. */
const TOOLS = {
  name: 'storybook-tools',
  tags: ['$initial' as const],
  test: /\/node_modules\/(@?storybook|@testing-library)\//,
};

/**
 * Puts what is made of the project's `src` below `/src/` in a build too, so that there, as in
 * development, a stack tells what is the project's own; and the tools into a file that tells them.
 */
export function nameChunks(): Plugin {
  return {
    name: 'react-websocket-lab:name-chunks',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: { output: { chunkFileNames, codeSplitting: { groups: [TOOLS] } } },
      },
    }),
  };
}

function chunkFileNames({ moduleIds }: { readonly moduleIds: readonly string[] }): string {
  const isOwn = moduleIds.some((id) => isOfProject(id) && !id.startsWith(OF_THE_LAB));
  return isOwn ? 'assets/src/[name]-[hash].js' : 'assets/[name]-[hash].js';
}
