import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.ts';

const executablePath = process.env['VITEST'] ? findBrowser() : undefined;

/** Anew for each project: Vitest writes the project's name into it. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { args: BROWSER_ARGS, ...(executablePath && { executablePath }) },
  }),
  instances: [{ browser: 'chromium' as const }],
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
          globalSetup: ['./mocks/live/vitest-setup.ts'],
          browser: browser(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest()],
        test: { name: 'stories', browser: browser() },
      },
      {
        extends: true,
        plugins: [storybookTest({ initialGlobals: { strictMode: 'on', theme: 'dark' } })],
        test: { name: 'stories-strict', browser: browser() },
      },
    ],
  },
});
