/** `react-websocket-lab/preset`, which Storybook loads by itself: a real server, and names in a build. */
import type { InlineConfig } from 'vite';
import { nameChunks } from './leaks/vite-plugin.ts';
import { liveServer } from '../mocks/live/vite-plugin.ts';

export const viteFinal = (config: InlineConfig): InlineConfig => ({
  ...config,
  plugins: [...(config.plugins ?? []), liveServer(), nameChunks()],
});
