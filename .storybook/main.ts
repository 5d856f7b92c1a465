import { defineMain } from '@storybook/react-vite/node';
import type { Plugin, PluginOption } from 'vite';
import { captureInBuild } from '../scripts/captures/handshake/capture-in-build.ts';
import { registryInSite } from '../scripts/registry/registry-in-site.ts';

type TransformFilter = Extract<Plugin['transform'], { handler: unknown }>['filter'];

/** What counts when a story leaves something behind: not `src/protocol`, which the lab itself runs on. */
const OWN_CODE = ['src/patterns', 'src/pitfalls', 'src/components', 'src/connection', 'stories'];

export default defineMain({
  framework: '@storybook/react-vite',
  // The image of the site, where a link to it is shown.
  staticDirs: [{ from: '../.github/lab.png', to: '/lab.png' }],
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
    'msw-storybook-addon',
    { name: 'react-websocket-lab', options: { ownCode: OWN_CODE } },
  ],
  features: {
    // Experimental in Storybook 10: `Story.test()`, a test that runs after the story's own play.
    experimentalTestSyntax: true,
    sidebarOnboardingChecklist: false,
    changeDetection: false,
    // Storybook's search finds headings too, and so each symptom on the page that lists them.
    experimentalSearchDocsHeadings: true,
  },
  viteFinal: (config) => ({
    ...config,
    plugins: [...onlyForDocs(config.plugins ?? []), captureInBuild(), registryInSite()],
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
});

/** Storybook parses every component for its props. Only those of `src` have Docs that show them. */
const DOCGEN = 'storybook:react-docgen-plugin';
const HAS_DOCS: TransformFilter = { id: /\/src\/(patterns|pitfalls)\/[^?]+\.tsx$/ };

function onlyForDocs(plugins: PluginOption[]): PluginOption[] {
  const isDocgen = (plugin: PluginOption): plugin is Plugin =>
    !!plugin && 'name' in plugin && plugin.name === DOCGEN && 'transform' in plugin;
  if (!plugins.some(isDocgen)) {
    throw new Error(
      `Storybook has no Vite plugin ${DOCGEN} any more, so every build parses every component. Find its new name, or take \`onlyForDocs\` out of .storybook/main.ts.`,
    );
  }
  return plugins.map((plugin) => {
    if (!isDocgen(plugin)) return plugin;
    const { transform } = plugin;
    const hook = typeof transform === 'function' ? { handler: transform } : transform;
    return { ...plugin, transform: { ...hook, filter: HAS_DOCS } } as Plugin;
  });
}
