import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';

/** The package that other projects install: `package`, with what is compiled in `package/dist`. */
const common: UserConfig = {
  outDir: 'package/dist',
  platform: 'neutral',
  target: 'es2024',
  sourcemap: true,
  dts: true,
  deps: {
    // What the project has, and there must be one of. The rest comes along, so `ws` is all there is to install.
    neverBundle: [
      /^(react|react-dom|storybook|vitest|vite|ws)($|\/)/,
      /^react-websocket-lab\//,
      /^node:/,
    ],
    alwaysBundle: [
      /^(@jridgewell\/trace-mapping|@sinonjs\/fake-timers|valibot|yocto-queue|react-error-boundary)$/,
    ],
    onlyBundle: false,
  },
};

const resolving = { resolve: { mainFields: ['module', 'main'] } };

export default defineConfig([
  {
    ...common,
    entry: {
      index: 'addon/preview.ts',
      preview: 'addon/annotations.ts',
      install: 'addon/install.ts',
      preset: 'addon/preset.ts',
      'vitest-setup': 'addon/vitest-setup.ts',
      'test-checks': 'addon/test-checks.ts',
      mock: 'mocks/mock/index.ts',
      vitest: 'mocks/mock/vitest.ts',
    },
    inputOptions: resolving,
    plugins: [noNode()],
  },
  {
    ...common,
    entry: { manager: 'addon/manager.ts' },
    // Storybook's manager has a React of its own, without the runtime of the project's.
    inputOptions: { ...resolving, transform: { jsx: { runtime: 'classic' } } },
    plugins: [styles()],
  },
]);

/** Styles become a part of the module that imports them: a project's bundler need not know of CSS. */
function styles() {
  const PREFIX = '\0styles:';
  return {
    name: 'styles',
    resolveId: (source: string, importer?: string) =>
      source.endsWith('.css') ? `${PREFIX}${resolve(importer ?? '', '..', source)}.js` : undefined,
    async load(id: string) {
      if (!id.startsWith(PREFIX)) return undefined;
      const text = await readFile(id.slice(PREFIX.length, -'.js'.length), 'utf8');
      return `const style = document.createElement('style');
style.textContent = ${JSON.stringify(text)};
document.head.append(style);
export {};`;
    },
  };
}

/** A fake clock asks for these of Node where it runs there. On a page they are empty, as in Vite. */
function noNode() {
  const NONE = '\0none.js';
  return {
    name: 'no-node',
    resolveId: (source: string, importer?: string) =>
      importer?.includes('fake-timers') &&
      /^(util|timers|timers\/promises|perf_hooks)$/.test(source)
        ? NONE
        : undefined,
    load: (id: string) => (id === NONE ? 'export {};' : undefined),
  };
}
