import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.ts';

const executablePath = process.env['VITEST'] ? findBrowser() : undefined;

/** Anew for each project, as Vitest writes into it: headless Chromium, and a real server beside it. */
const inBrowser = (transport: 'simulated' | 'live' = 'simulated') => ({
  globalSetup: ['./mocks/live/vitest-setup.ts'],
  provide: { transport },
  browser: {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: { args: BROWSER_ARGS, ...(executablePath && { executablePath }) },
    }),
    instances: [{ browser: 'chromium' as const }],
  },
});

export default defineConfig({
  plugins: [react()],
  // Found late, a dependency makes Vite reload the page, and with it the tests that run there.
  optimizeDeps: {
    entries: [
      '.storybook/preview.tsx',
      'stories/**/*.stories.tsx',
      '{mocks,stories}/**/*.browser.test.{ts,tsx}',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,mocks,scripts}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['{src,mocks,stories}/**/*.browser.test.{ts,tsx}'],
          ...inBrowser(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ tags: { skip: ['live-only'] } })],
        test: { name: 'stories', ...inBrowser() },
      },
      {
        extends: true,
        plugins: [
          storybookTest({
            initialGlobals: { strictMode: 'on', theme: 'dark' },
            tags: { skip: ['live-only'] },
          }),
        ],
        test: { name: 'stories-strict', ...inBrowser() },
      },
      {
        extends: true,
        plugins: [
          storybookTest({
            initialGlobals: { transport: 'live' },
            tags: { skip: ['simulated-only'] },
          }),
        ],
        test: { name: 'stories-live', ...inBrowser('live') },
      },
      {
        extends: true,
        test: {
          name: 'cleanup-live',
          include: ['stories/cleanup.browser.test.ts'],
          ...inBrowser('live'),
        },
      },
      {
        extends: true,
        test: {
          name: 'lab',
          include: ['stories/lab/*.lab.test.ts'],
          environment: 'node',
          globalSetup: ['./stories/lab/global-setup.ts'],
          // In a group of its own: a person's click is slow enough without the load of the others.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
