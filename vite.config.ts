import react from '@vitejs/plugin-react';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const TIMEOUT_MS = 180_000;

export default defineConfig(async () => ({
  plugins: [react()],
  // Storybook reads this file too: it starts sooner without the test runner.
  ...(process.env['VITEST'] && (await forTests())),
}));

async function forTests(): Promise<ViteUserConfig> {
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  const { playwright } = await import('@vitest/browser-playwright');
  const browser = await import('./scripts/browser.ts');
  const launchOptions = await browser.launchOptions();

  /** Anew for each project, as Vitest writes into it: headless Chromium, and a real server beside it. */
  const inBrowser = (...instances: BrowserInstance[]) => ({
    globalSetup: ['./mocks/live/vitest-setup.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: instances.map((instance) => ({ browser: 'chromium' as const, ...instance })),
    },
  });

  /** Two workers, once nothing else is left. */
  const afterTheLab = { maxWorkers: 2, sequence: { groupOrder: 2 } };

  return {
    // Found late, a dependency makes Vite reload the page, and with it the tests that run there.
    optimizeDeps: {
      entries: [
        '.storybook/preview.tsx',
        'stories/**/*.stories.tsx',
        '{mocks,stories}/**/*.browser.test.{ts,tsx}',
      ],
    },
    test: {
      // Two things at a time. At first one page in a browser, and beside it one worker in Node, which
      // has a browser as well: more pages share two cores, and each loads the lab again.
      maxWorkers: 1,
      // Not 0: there Vitest runs what is isolated and has one worker by itself, after all the rest.
      sequence: { groupOrder: 1 },
      // For a slow machine that is busy: a test waits for events, so a good one is no slower by this.
      testTimeout: TIMEOUT_MS,
      hookTimeout: TIMEOUT_MS,
      // By default a second, in which a real handshake may not be done there.
      expect: { poll: { timeout: 15_000 } },
      // What a story leaves on its page is an error here, so the next file may have the same page.
      isolate: false,
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['{src,mocks,scripts}/**/*.test.ts'],
            exclude: ['**/*.browser.test.*'],
            environment: 'node',
            ...afterTheLab,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['{src,mocks,stories}/**/*.browser.test.{ts,tsx}'],
            // These take the page's own parts out and put them back.
            isolate: true,
            ...inBrowser(
              { name: 'browser', provide: { transport: 'simulated' } },
              {
                name: 'cleanup-live',
                include: ['stories/cleanup.browser.test.ts'],
                provide: { transport: 'live' },
              },
            ),
          },
        },
        {
          extends: true,
          plugins: [
            storybookTest({ initialGlobals: { strictMode: 'on' }, tags: { skip: ['live-only'] } }),
          ],
          test: { name: 'stories', ...inBrowser({ name: 'stories' }) },
        },
        {
          extends: true,
          plugins: [
            storybookTest({
              // The opposite of the project before in everything, so that two runs show both.
              initialGlobals: { transport: 'live', strictMode: 'off', theme: 'dark' },
              tags: { skip: ['simulated-only'] },
            }),
          ],
          test: { name: 'stories-live', ...inBrowser({ name: 'stories-live' }) },
        },
        {
          extends: true,
          test: {
            name: 'lab',
            include: ['stories/lab/*.lab.test.ts'],
            environment: 'node',
            globalSetup: ['./stories/lab/global-setup.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'next',
            include: ['stories/next/*.next.test.ts'],
            environment: 'node',
            ...afterTheLab,
          },
        },
      ],
    },
  };
}

interface BrowserInstance {
  readonly name: string;
  readonly include?: string[];
  readonly provide?: { readonly transport: 'simulated' | 'live' };
}
