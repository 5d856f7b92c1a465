/** The lab in another Storybook: a story has its server there, and the panel sees its socket. */
import { onTestFinished } from 'vitest';
import { serveBuiltStorybook } from '../../scripts/storybook.ts';
import { addMswWorker, makeProject, TEST_PACKAGES } from './elsewhere.ts';
import { expect, preview, readyStates, recordSockets, test } from './lab.ts';
import { openPanel, showView, timelineRows, verb } from './panel.ts';

test('the packed lab works in a Storybook of its own', async ({ page }) => {
  const project = await makeProject('storybook');
  onTestFinished(() => project.remove());
  const storybook = await serveBuiltStorybook(project.folder);
  onTestFinished(() => storybook.close());

  await recordSockets(page);
  await page.goto(`${storybook.url}?path=/story/ticker--rises&globals=strictMode:on`);
  await expect(preview(page).getByLabel('Price')).toHaveText('101.25');
  const states = await readyStates(preview(page), 'eur');
  expect(states).toEqual([WebSocket.CLOSED, WebSocket.OPEN]);
  await openPanel(page, 'Timeline');
  await expect(page.getByRole('tab', { name: 'WebSocket 1' })).toBeVisible();
  await expect(timelineRows(page)).toContainText(['connect', 'open', '101.25']);
  await showView(page, 'Left behind');
  await page.getByText('open socket to wss://api.example.com/prices/eur').click();
  // By this, what is set up by the project's own code is told from all else, in a build too.
  await expect(page.getByLabel(/^Where it was made/)).toContainText('/src/');
  await showView(page, 'Drive');
  await verb(page, 'send').click();
  await expect(preview(page).getByLabel('Price')).toHaveText('Hello from the server');
});

test('a preview that is an object: the class is there before a module that keeps it', async ({
  page,
}) => {
  const project = await makeProject('storybook-csf3', { packages: TEST_PACKAGES });
  onTestFinished(() => project.remove());
  await addMswWorker(project);
  const storybook = await serveBuiltStorybook(project.folder);
  onTestFinished(() => storybook.close());
  await page.goto(`${storybook.url}?path=/story/chat--restarts`);
  const lines = preview(page).getByRole('listitem');
  await expect(lines).toHaveText(['welcome', 'closed 1012']);
  await openPanel(page, 'Timeline');
  await expect(timelineRows(page)).toContainText(['connect', 'open', 'welcome', '1012']);
});
