import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';

/** A module that is loaded before all of the addons' and keeps `WebSocket`, as some libraries do. */
const early = fileURLToPath(new URL('../src/client.ts', import.meta.url));

export default {
  framework: '@storybook/react-vite',
  stories: ['../src/**/*.stories.tsx'],
  staticDirs: ['../public'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'react-websocket-lab'],
  previewAnnotations: (entries = []) => [early, ...entries],
} satisfies StorybookConfig;
