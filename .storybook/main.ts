import { defineMain } from '@storybook/react-vite/node';
import type { PluginOption } from 'vite';
import { captureInBuild } from '../stories/protocol/handshake/capture-in-build.ts';

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
    plugins: [...(config.plugins ?? []).map(onlyPatterns), captureInBuild()],
    // StrictMode does nothing in React's production build, and it is part of what the lab shows.
    define: { ...config.define, 'process.env.NODE_ENV': JSON.stringify('development') },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
});

/**
 * Storybook looks for the props of components in every module, and follows what each imports. Our
 * Docs show the props of patterns alone: the rest is a third of the time of a build.
 */
function onlyPatterns(plugin: PluginOption): PluginOption {
  const isDocgen = plugin && 'name' in plugin && plugin.name === 'storybook:react-docgen-plugin';
  if (!isDocgen || !('transform' in plugin) || typeof plugin.transform !== 'function')
    return plugin;
  return {
    ...plugin,
    transform: {
      filter: { id: /\/src\/(patterns|pitfalls)\/[^?]+\.tsx$/ },
      handler: plugin.transform,
    },
  };
}
