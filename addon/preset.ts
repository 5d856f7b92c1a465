/**
 * `react-websocket-lab/preset`, which Storybook loads by itself: the socket that is there first, a real
 * server, names in a build, and React's development build there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from 'storybook/internal/types';
import type { InlineConfig } from 'vite';
import { frameAncestors } from './frame-ancestors.ts';
import { DEFAULT_OWN_CODE } from './leaks/own-code.ts';
import { ownCode } from './leaks/vite-plugin.ts';
import { ownCode as ownCodeOfWebpack } from './leaks/webpack-plugin.ts';
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

/** Only a preview that is an object (CSF 3) has these. */
export const previewAnnotations = (entries: readonly unknown[] = []): readonly unknown[] => [
  fileURLToPath(import.meta.resolve('react-websocket-lab/test-checks')),
  ...entries,
];

/** As much of webpack's configuration as is needed. */
interface WebpackConfig {
  readonly entry?: unknown;
  readonly plugins?: readonly unknown[];
  readonly optimization?: object;
}

export const webpackFinal = (config: WebpackConfig, options: PresetOptions): WebpackConfig => {
  const install = fileURLToPath(import.meta.resolve('react-websocket-lab/install'));
  return {
    ...config,
    // webpack runs the modules of an entry in their order.
    entry: [install, ...[config.entry ?? []].flat()],
    plugins: [...(config.plugins ?? []), ownCodeOfWebpack(options.ownCode)],
    // A module of a package that is joined with one of the project would count as the project's.
    optimization: { ...config.optimization, concatenateModules: false },
  };
};

/** The page and the manager know by this what only the preset knows. */
const head = async (existing: string | undefined, options: Options & PresetOptions) => {
  const text = JSON.stringify(await findSettings(options)).replaceAll('<', String.raw`\u003c`);
  return `<script>globalThis.reactWebSocketLab = ${text};</script>\n${existing ?? ''}`;
};

export { head as managerHead, head as previewHead };

async function findSettings(options: Options & PresetOptions): Promise<Settings> {
  const { ownCode = DEFAULT_OWN_CODE, presets } = options;
  const [{ builder }, framework] = await Promise.all([
    presets.apply('core', {}),
    presets.apply('framework', ''),
  ]);
  const project = { ownCode, framework: nameOf(framework), ...findPreview(options.configDir) };
  if (options.configType === 'PRODUCTION') {
    return { ...project, noLiveServer: 'a built Storybook is only files. `storybook dev` has one' };
  }
  return nameOf(builder).includes('vite')
    ? { ...project, liveServerPath: LIVE_SERVER_PATH }
    : { ...project, noLiveServer: 'the addon adds one to Storybook’s Vite builder only' };
}

function nameOf(chosen: string | { readonly name?: string } | undefined): string {
  return typeof chosen === 'string' ? chosen : (chosen?.name ?? '');
}

/** A preview of `definePreview` is what its stories are made with. */
function findPreview(configDir: string): Pick<Settings, 'previewPath'> {
  const file = ['preview.ts', 'preview.tsx', 'preview.js', 'preview.jsx']
    .map((name) => join(configDir, name))
    .find(existsSync);
  if (file === undefined || !readFileSync(file, 'utf8').includes('definePreview')) return {};
  return { previewPath: `./${relative(process.cwd(), file).replace(/\.\w+$/, '')}` };
}

/**
 * StrictMode does nothing in React's production build, and the toolbar offers it in a built Storybook
 * too. `features` in the project's own `main.ts` is stronger.
 */
export const features = (existing: Readonly<Record<string, unknown>>) => ({
  developmentModeForBuild: true,
  ...existing,
});
