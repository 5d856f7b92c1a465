import { defineMain } from '@storybook/react-vite/node';
import { liveServer } from '../mocks/live/vite-plugin.ts';

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
  ],
  features: {
    // Experimental in Storybook 10: `Story.test()`, a test that runs after the story's own play.
    experimentalTestSyntax: true,
    sidebarOnboardingChecklist: false,
    changeDetection: false,
  },
  // StrictMode does nothing in React's production build, and it is part of what the lab shows.
  viteFinal: (config) => ({
    ...config,
    plugins: [...(config.plugins ?? []), liveServer()],
    define: { ...config.define, 'process.env.NODE_ENV': JSON.stringify('development') },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
});
