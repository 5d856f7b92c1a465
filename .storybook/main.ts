import { defineMain } from '@storybook/react-vite/node';
import type { Plugin, PluginOption } from 'vite';
import { captureInBuild } from '../scripts/captures/handshake/capture-in-build.ts';

type TransformFilter = Extract<Plugin['transform'], { handler: unknown }>['filter'];

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
    'react-websocket-lab',
  ],
  features: {
    // Experimental in Storybook 10: `Story.test()`, a test that runs after the story's own play.
    experimentalTestSyntax: true,
    sidebarOnboardingChecklist: false,
    changeDetection: false,
  },
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []).map(onlyForDocs), captureInBuild()],
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
});

/**
 * Storybook parses each component for its props, and each story for its source and description, which
 * only Docs show. A build waits for that, so here it is done only where there are Docs.
 */
const SEEN_IN_DOCS: Record<string, TransformFilter> = {
  'storybook:react-docgen-plugin': { id: /\/src\/(patterns|pitfalls)\/[^?]+\.tsx$/ },
  'plugin-csf': { id: /\.stories\.tsx$/, code: { exclude: '!autodocs' } },
};

function onlyForDocs(plugin: PluginOption): PluginOption {
  if (!plugin || !('name' in plugin) || !('transform' in plugin)) return plugin;
  const filter = SEEN_IN_DOCS[plugin.name];
  if (!filter) return plugin;
  const { transform } = plugin;
  const hook = typeof transform === 'function' ? { handler: transform } : transform;
  return { ...plugin, transform: { ...hook, filter } };
}
