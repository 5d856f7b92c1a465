import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

/** An app of its own: what does not build must not keep the other from it. */
export default {
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
  experimental: { turbopackFileSystemCacheForBuild: false },
} satisfies NextConfig;
