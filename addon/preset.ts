/**
 * `react-websocket-lab/preset`, which Storybook loads by itself: a real server, names in a build, and
 * React's development build there.
 */
import type { InlineConfig } from 'vite';
import { nameChunks } from './leaks/vite-plugin.ts';
import { liveServer } from '../mocks/live/vite-plugin.ts';

export const viteFinal = (config: InlineConfig): InlineConfig => ({
  ...config,
  plugins: [...(config.plugins ?? []), liveServer(), nameChunks()],
});

/**
 * StrictMode does nothing in React's production build, and the toolbar offers it in a built Storybook
 * too. `features` in the project's own `main.ts` is stronger.
 */
export const features = (existing: Readonly<Record<string, unknown>>) => ({
  developmentModeForBuild: true,
  ...existing,
});
