import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

export default {
  // The patterns and the packages are outside this folder.
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  // `npm run check` has checked the types, with those of the whole project.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  // For an app as small as this, to write the cache costs as much as to read it saves.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // `next dev` would add files of its own.
  agentRules: false,
} satisfies NextConfig;
