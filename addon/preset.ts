/**
 * `react-websocket-lab/preset`, which Storybook loads by itself: a real server, names in a build, and
 * React's development build there.
 */
import type { InlineConfig } from 'vite';
import { frameAncestors } from './frame-ancestors.ts';
import { ownCode } from './leaks/vite-plugin.ts';
import { liveServer } from '../mocks/live/vite-plugin.ts';

export interface PresetOptions {
  /** The folders whose code counts when a story leaves something behind. @default ['src'] */
  readonly ownCode?: readonly string[];
  /** Who may frame what `storybook dev` serves, as `frame-ancestors` has it. @default "'self'" */
  readonly frameAncestors?: string;
}

export const viteFinal = (config: InlineConfig, options: PresetOptions): InlineConfig => ({
  ...config,
  plugins: [
    ...(config.plugins ?? []),
    liveServer(),
    frameAncestors(options.frameAncestors),
    ownCode(options.ownCode),
  ],
});

/**
 * StrictMode does nothing in React's production build, and the toolbar offers it in a built Storybook
 * too. `features` in the project's own `main.ts` is stronger.
 */
export const features = (existing: Readonly<Record<string, unknown>>) => ({
  developmentModeForBuild: true,
  ...existing,
});
