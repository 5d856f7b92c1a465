/** The test projects: what `npm run test:run -- --project <name>` runs. */
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config';
import { launchOptions } from '../scripts/browser.ts';
import { findFlawOf } from '../scripts/folder.ts';
import { storyPaths } from './story-paths.ts';

/** What counts when something is left behind: the components of the tests too. */
const OWN_CODE = ['src/patterns', 'src/pitfalls', 'src/components', 'src/connection', 'tests'];

const TIMEOUT_MS = 180_000;

/** Random sequences on each pattern: `npm run chaos` runs more, from another seed each time. */
const CHAOS = {
  runs: Number(process.env['CHAOS_RUNS'] ?? 200),
  seed: Number(process.env['CHAOS_SEED'] ?? 20_261_126),
};

interface BrowserInstance {
  readonly name: string;
  readonly include?: string[];
  readonly provide?: { readonly transport: 'simulated' | 'live' };
}

/** @throws {Error} in a folder where Vitest or Storybook would find no tests */
export async function config(): Promise<ViteUserConfig> {
  const flaw = findFlawOf(process.cwd());
  if (flaw) throw new Error(flaw);
  const browserOptions = await launchOptions();

  /** Headless Chromium with a real server beside it. Vitest writes into this, so each project has one. */
  const inBrowser = (...instances: BrowserInstance[]) => ({
    globalSetup: ['./mocks/live/vitest-setup.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: browserOptions }),
      instances: instances.map((instance) => ({ browser: 'chromium' as const, ...instance })),
    },
  });

  /** Two workers, once nothing else is left to run. */
  const afterTheLab = { maxWorkers: 2, sequence: { groupOrder: 2 } };

  // Every story: simulated, StrictMode on, light.
  const stories: TestProjectInlineConfiguration = {
    extends: true,
    plugins: [
      storybookTest({ initialGlobals: { strictMode: 'on' }, tags: { skip: ['live-only'] } }),
      storyPaths(),
    ],
    test: { name: 'stories', ...inBrowser({ name: 'stories' }) },
  };

  const projects: TestProjectInlineConfiguration[] = [
    // Pure functions and Node code.
    {
      extends: true,
      test: {
        name: 'unit',
        include: ['{src,mocks,addon,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
        exclude: ['**/*.browser.test.*'],
        environment: 'node',
        ...afterTheLab,
      },
    },
    // What needs a page: the simulated socket against a real one, the addon, the suites over all patterns.
    {
      extends: true,
      define: { 'globalThis.reactWebSocketLab': JSON.stringify({ ownCode: OWN_CODE }) },
      test: {
        name: 'browser',
        include: ['{mocks,addon,tests}/**/*.browser.test.{ts,tsx}'],
        provide: { chaos: CHAOS },
        // These take the page's own parts out and put them back.
        isolate: true,
        ...inBrowser(
          { name: 'browser', provide: { transport: 'simulated' } },
          {
            name: 'patterns-live',
            include: ['tests/patterns.browser.test.tsx'],
            provide: { transport: 'live' },
          },
        ),
      },
    },
    stories,
    // Every story with all of that the other way round, over real sockets.
    {
      extends: true,
      plugins: [
        storybookTest({
          initialGlobals: { transport: 'live', strictMode: 'off', theme: 'dark' },
          tags: { skip: ['simulated-only'] },
        }),
        storyPaths(),
      ],
      test: { name: 'stories-live', ...inBrowser({ name: 'stories-live' }) },
    },
    // The lab as the user uses it: built, in `dev`, and installed in another Storybook.
    {
      extends: true,
      test: {
        name: 'lab',
        include: ['tests/lab/*.lab.test.ts'],
        environment: 'node',
        globalSetup: ['./tests/lab/global-setup.ts'],
      },
    },
    // Every pattern in Next.js, built and in development.
    {
      extends: true,
      test: {
        name: 'next',
        include: ['tests/next/*.next.test.ts'],
        environment: 'node',
        ...afterTheLab,
      },
    },
  ];

  // The package in other people's projects: from the npm registry, so not among the others.
  const elsewhere: TestProjectInlineConfiguration = {
    extends: true,
    test: {
      name: 'elsewhere',
      include: ['tests/elsewhere/*.elsewhere.test.ts'],
      environment: 'node',
      // Made by templates, and installed.
      hookTimeout: 600_000,
    },
  };

  // Every library in every scenario: `npm run compare`, which takes minutes.
  const compare: TestProjectInlineConfiguration = {
    extends: true,
    test: {
      name: 'compare',
      include: ['tests/compare/*.compare.test.tsx'],
      provide: { compareFile: process.env['COMPARE'] ?? '' },
      isolate: true,
      ...inBrowser({ name: 'compare' }),
    },
  };

  const chooseProjects = () => {
    if (process.env['VITEST_STORYBOOK'] === 'true') return [stories];
    if (process.env['ELSEWHERE'] === 'true') return [elsewhere];
    return process.env['COMPARE'] === undefined ? projects : [compare];
  };

  return {
    // Vite reloads the page when it finds a dependency late, and the tests that run there with it.
    optimizeDeps: {
      entries: [
        '.storybook/preview.tsx',
        'stories/**/*.stories.tsx',
        '{mocks,addon,tests}/**/*.browser.test.{ts,tsx}',
        'tests/compare/*.compare.test.tsx',
      ],
    },
    test: {
      // Two things at a time: one page in a browser, and one worker in Node, which has a browser too.
      // More pages would share two cores, and each would load the lab again.
      maxWorkers: 1,
      // Not 0: with that, Vitest runs isolated files last, with one worker.
      sequence: { groupOrder: 1 },
      // For a slow, busy machine. Tests wait for events, so a passing test is no slower by this.
      testTimeout: TIMEOUT_MS,
      hookTimeout: TIMEOUT_MS,
      // The default of one second is too short for a real handshake there.
      expect: { poll: { timeout: 15_000 } },
      // What a story leaves on its page is an error here, so the next file may use the same page.
      isolate: false,
      // Storybook's own *Run tests* gives each project with its plugin one and the same name.
      projects: chooseProjects(),
    },
  };
}
