/** The package in each kind of host: `npm run test:elsewhere`. Needs the npm registry, and some minutes. */
import { afterAll, beforeAll, describe } from 'vitest';
import { serveBuiltStorybook, serveStorybookDev } from '../../scripts/storybook.ts';
import { expect, preview, test } from '../lab/lab.ts';
import { openPanel, showView, timelineRows, verb } from '../lab/panel.ts';
import { HOSTS, makeHost, type Host } from './hosts.ts';

/** Without the sidebar, so that the toolbar has room for all its tools. */
const STORY = '?nav=false&path=/story/';

describe.for(HOSTS)('$name', (kind) => {
  let host: Host;
  beforeAll(async () => {
    host = await makeHost(kind);
    console.log(`${kind.name}: ${host.versions}`);
  });
  afterAll(() => host.remove());

  const idOf = (story: string) => `${kind.template === 'next' ? '' : 'lab-'}ticker--${story}`;

  test('its own types and build pass unchanged', async () => {
    await host.run('npm', 'run', 'build');
  });

  test('a built Storybook has panel, verbs and Controls', async ({ page }) => {
    const storybook = await serveBuiltStorybook(host.folder);
    try {
      await page.goto(`${storybook.url}${STORY}${idOf('rises')}`);
      await expect(preview(page).getByLabel('Price')).toHaveText('101.25');
      await openPanel(page, 'Timeline');
      await expect(timelineRows(page)).toContainText(['connect', 'open', '101.25']);
      await showView(page, 'Drive');
      await verb(page, 'drop').click();
      await expect(preview(page).getByText('closed 1006')).toBeVisible();
      const live = page.getByLabel(/^Live transport/);
      await expect(live).toHaveAccessibleName(/a built Storybook is only files/);
    } finally {
      // Webpack's client would complain that its server is gone.
      await page.goto('about:blank');
      await storybook.close();
    }
  });

  test('`storybook dev` too, and says whether it has a live server', async ({ page }) => {
    const storybook = await serveStorybookDev({ cwd: host.folder });
    try {
      await page.goto(`${storybook.url}${STORY}${idOf('rises')}`);
      await expect(preview(page).getByLabel('Price')).toHaveText('101.25');
      const live = page.getByLabel(/^Live transport/);
      if (host.usesVite) {
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
    } finally {
      // Webpack's client would complain that its server is gone.
      await page.goto('about:blank');
      await storybook.close();
    }
  });

  test('its tests run, and a11y still finds what it has to', async ({ skip }) => {
    skip(!host.usesVite || kind.template === 'next', 'Its template has no tests of stories.');
    const run = host.run('npx', 'vitest', 'run');
    await expect(run).rejects.toThrow(/1 failed.*4 passed/s);
    await expect(run).rejects.toThrow(/image-alt/);
  });
});
