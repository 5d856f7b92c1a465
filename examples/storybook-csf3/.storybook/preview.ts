import type { Preview } from '@storybook/react-vite';
// TypeScript: `server` in each play function.
import type {} from 'react-websocket-lab';
import { worker } from './worker';

export default {
  beforeAll: async () => {
    await worker.start({ quiet: true });
  },
  parameters: { a11y: { test: 'error' } },
} satisfies Preview;
