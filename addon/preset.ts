/** `react-websocket-lab/preset`, which Storybook loads by itself: a real server beside its own. */
import type { InlineConfig } from 'vite';
import { liveServer } from '../mocks/live/vite-plugin.ts';

export const viteFinal = (config: InlineConfig): InlineConfig => ({
  ...config,
  plugins: [...(config.plugins ?? []), liveServer()],
});
