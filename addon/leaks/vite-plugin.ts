import type { Plugin } from 'vite';
import { DEFAULT_OWN_CODE, isOwn } from './own-code.ts';

/** What sets up timers and listeners of its own. */
const TOOL = /\/node_modules\/(@?storybook|@testing-library|react-websocket-lab)\//;

/**
 * Packages never share a file with the project's code, nor with Storybook, Testing Library and axe. What
 * belongs to some stories is still loaded with them only; small parts are put together.
 */
const GROUPS = [
  { name: 'storybook-tools', test: /\/node_modules\/(@?storybook|@testing-library|axe-core)\// },
  { name: 'packages', test: /\/node_modules\// },
].map((group) => ({ ...group, entriesAware: true, entriesAwareMergeThreshold: 20_000 }));

/**
 * A build gives the tools a file that tells them, and puts what is made of the project's code, and not
 * of a tool, below the name of its folder: there, as in development, a stack tells what is the project's.
 * Not before Vite 8, whose bundler is another.
 */
export function ownCode(folders = DEFAULT_OWN_CODE): Plugin {
  const chunkFileNames = ({ moduleIds }: { readonly moduleIds: readonly string[] }) => {
    const folder = moduleIds.some((id) => TOOL.test(id))
      ? undefined
      : folders.find((folder) => moduleIds.some((id) => isOwn(id, [folder])));
    return folder === undefined ? 'assets/[name]-[hash].js' : `assets/${folder}/[name]-[hash].js`;
  };
  return {
    name: 'react-websocket-lab:own-code',
    apply: 'build',
    config: () => ({
      build: { rolldownOptions: { output: { chunkFileNames, codeSplitting: { groups: GROUPS } } } },
    }),
  };
}
