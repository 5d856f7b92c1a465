/** The package in each kind of host: `npm run test:elsewhere`. Needs the npm registry, and some minutes. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Served } from '../../scripts/child-process.ts';
import { serveBuiltStorybook, serveStorybookDev } from '../../scripts/storybook.ts';
import { expect, preview, test } from '../lab/lab.ts';
import { openPanel, showView, timelineRows, verb } from '../lab/panel.ts';
import { HOSTS, makeHost, usesVite, type Host } from './hosts.ts';
import { testStories } from './story-tests.ts';

describe.for(HOSTS)('$name', (kind) => {
  let host: Host;
  beforeAll(async () => {
    host = await makeHost(kind);
    console.log(`${kind.name}: ${host.versions}`);
  });
  afterAll(() => host.remove());

  /** Without the sidebar, so that the toolbar has room for all its tools. */
  const open = (page: Page, url: string, story: string) =>
    page.goto(`${url}?nav=false&path=/story/${kind.template === 'next' ? '' : 'lab-'}${story}`);

  /** Its Storybook, for the tests of one `describe`. */
  function serving(start: () => Promise<Served>): () => string {
    let storybook: Served | undefined;
    beforeAll(async () => {
      storybook = await start();
    });
    afterAll(() => storybook?.close());
    return () => storybook?.url ?? '';
  }

  async function seeRises(page: Page, url: string): Promise<void> {
    await open(page, url, 'ticker--rises');
    await expect(preview(page).getByLabel('Price')).toHaveText('101.25');
  }

  async function seeLeftBehind(page: Page, url: string): Promise<void> {
    const held = page.getByRole('list', { name: 'Held' });
    await open(page, url, 'leaves--own');
    await openPanel(page, 'Left behind');
    await expect(held).toContainText('setInterval of 60000 ms');
    await expect(held).toContainText('open socket to wss://api.example.com/left');
    for (const story of ['leaves--package', 'leaves--tool']) {
      await open(page, url, story);
      await openPanel(page, 'Left behind');
      await expect(page.getByText('holds no socket, timer or listener')).toBeVisible();
    }
  }

  async function expectResults(url: string): Promise<void> {
    const { passed, failed } = await testStories(host, url);
    expect(Object.keys(failed).toSorted()).toEqual(['Nameless', 'Own']);
    // a11y finds the fault, though the lab, behind it, takes each story off the page.
    expect(failed['Nameless']).toContain('image-alt');
    expect(failed['Own']).toMatch(/open socket to wss:.+left, made .+Leaves\.stories\.tsx/);
    expect(failed['Own']).toMatch(/setInterval of 60000 ms, made .+Leaves\.stories\.tsx/);
    expect(passed).toEqual(['Dropped', 'Kept', 'Package', 'Refused', 'Rendering', 'Rises', 'Tool']);
  }

  test('its own types and build pass unchanged', async () => {
    await host.run('npm', 'run', 'build');
  });

  test('its stories as tests, by Vitest', async ({ skip }) => {
    skip(!usesVite(kind), 'Vitest needs Storybook’s Vite builder.');
    await expectResults('');
  });

  describe('a built Storybook', () => {
    const url = serving(() => serveBuiltStorybook(host.folder));

    test('has panel, verbs and Controls', async ({ page }) => {
      await seeRises(page, url());
      await openPanel(page, 'Timeline');
      await expect(timelineRows(page)).toContainText(['connect', 'open', '101.25']);
      await showView(page, 'Drive');
      await verb(page, 'drop').click();
      await expect(preview(page).getByText('closed 1006')).toBeVisible();
      const live = page.getByLabel(/^Live transport/);
      await expect(live).toHaveAccessibleName(/a built Storybook is only files/);
    });

    test('tells what the project leaves behind from what packages do', async ({ page, skip }) => {
      skip(kind.hasRollup === true, 'Rollup puts packages and the project into one file.');
      await seeLeftBehind(page, url());
    });

    test('its stories as tests, by the test runner', async ({ skip }) => {
      skip(usesVite(kind), 'Vitest runs them.');
      await expectResults(url());
    });
  });

  describe('`storybook dev`', () => {
    const url = serving(() => serveStorybookDev({ cwd: host.folder }));
    // Webpack's client would complain that its server is gone.
    const leave = (page: Page) => page.goto('about:blank');

    test('has a server, and says whether it has a live one', async ({ page }) => {
      await seeRises(page, url());
      const live = page.getByLabel(/^Live transport/);
      if (usesVite(kind)) {
        await live.click();
        await expect(live).toHaveAccessibleName(/Sockets go to a real server/);
        // It begins again, and Storybook does not play it again.
        await expect(preview(page).getByLabel('Price')).toHaveText('…');
        await openPanel(page, 'Drive');
        await verb(page, 'send').click();
        await expect(preview(page).getByLabel('Price')).toHaveText('Hello from the server');
      } else {
        await expect(live).toHaveAccessibleName(/Vite builder only/);
      }
      await leave(page);
    });

    test('tells what the project leaves behind from what packages do', async ({ page }) => {
      await seeLeftBehind(page, url());
      await leave(page);
    });

    test('its stories as tests, by the test runner', async ({ skip }) => {
      skip(usesVite(kind), 'Vitest runs them.');
      await expectResults(url());
    });
  });
});
