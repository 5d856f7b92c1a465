/**
 * `react-websocket-lab/preset`, which Storybook loads by itself: the socket that is there first, a real
 * server, names in a build, and React's development build there.
 */
import { fileURLToPath } from 'node:url';
import type { Options } from 'storybook/internal/types';
import type { InlineConfig } from 'vite';
import { frameAncestors } from './frame-ancestors.ts';
import { DEFAULT_OWN_CODE } from './leaks/own-code.ts';
import { ownCode } from './leaks/vite-plugin.ts';
import { installFirst } from './vite-plugin.ts';
import { LIVE_SERVER_PATH } from '../mocks/live/path.ts';
import { liveServer } from '../mocks/live/vite-plugin.ts';
import type { Settings } from '../mocks/settings.ts';

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
    installFirst(),
    liveServer(),
    frameAncestors(options.frameAncestors),
    ownCode(options.ownCode),
  ],
});

/** As much of webpack's configuration as is needed. */
interface WebpackConfig {
  readonly entry?: unknown;
}

/** webpack runs the modules of an entry in their order. */
export const webpackFinal = (config: WebpackConfig): WebpackConfig => {
  const install = fileURLToPath(import.meta.resolve('react-websocket-lab/install'));
  const entry = [config.entry ?? []].flat();
  return { ...config, entry: [install, ...entry] };
};

/** The page and the manager know by this what only the preset knows. */
const head = async (existing: string | undefined, options: Options & PresetOptions) => {
  const text = JSON.stringify(await findSettings(options)).replaceAll('<', String.raw`\u003c`);
  return `<script>globalThis.reactWebSocketLab = ${text};</script>\n${existing ?? ''}`;
};

export { head as managerHead, head as previewHead };

async function findSettings(options: Options & PresetOptions): Promise<Settings> {
  const { ownCode = DEFAULT_OWN_CODE } = options;
  if (options.configType === 'PRODUCTION') {
    return { ownCode, noLiveServer: 'a built Storybook is only files. `storybook dev` has one' };
  }
  const { builder } = await options.presets.apply('core', {});
  const name = typeof builder === 'string' ? builder : (builder?.name ?? '');
  return name.includes('vite')
    ? { ownCode, liveServerPath: LIVE_SERVER_PATH }
    : { ownCode, noLiveServer: 'the addon adds one to Storybook’s Vite builder only' };
}

/**
 * StrictMode does nothing in React's production build, and the toolbar offers it in a built Storybook
 * too. `features` in the project's own `main.ts` is stronger.
 */
export const features = (existing: Readonly<Record<string, unknown>>) => ({
  developmentModeForBuild: true,
  ...existing,
});
