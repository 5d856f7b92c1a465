/** The WebSocket panel sees what the story's sockets do, and makes their far end act. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { beforeEach } from 'vitest';
import { control, expect, flip, openStory, preview, test } from './lab.ts';
import { openPanel, showView, timelineRows, verb } from './panel.ts';

const status = (page: Page) => preview(page).getByRole('status');
const messages = (page: Page) => preview(page).getByRole('listitem');

/** Takes the pattern off the page and puts it back: it connects anew. */
async function reconnect(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await flip(page, 'mounted');
  await expect(status(page)).toHaveCount(0);
  await flip(page, 'mounted');
  await openPanel(page, 'Drive');
}

beforeEach<{ page: Page }>(async ({ page }) => {
  await openStory(page, 'patterns-01-use-effect--open');
  await expect(status(page)).toHaveText('open');
  await openPanel(page, 'Drive');
});

test('each verb reaches the pattern, and is seen in the timeline', async ({ page }) => {
  await expect(page.getByRole('tab', { name: 'WebSocket 1' })).toBeVisible();
  await expect(verb(page, 'accept')).toBeDisabled();
  await page.getByRole('button', { name: 'Record a play function' }).click();

  await verb(page, 'stall').click();
  await verb(page, 'send').click();
  await expect(verb(page, 'stall')).toBeDisabled();
  await expect(messages(page)).toHaveCount(0);
  await verb(page, 'resume').click();
  await expect(messages(page)).toHaveText(['Hello from the far end']);
  await page.getByRole('combobox', { name: 'As', exact: true }).selectOption('binary, in hex');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('zz');
  await verb(page, 'send').click();
  await expect(page.getByRole('alert')).toContainText('pairs of hex digits');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('48 69');
  await verb(page, 'send').press('Enter');
  await expect(messages(page)).toHaveCount(2);

  await page
    .getByRole('combobox', { name: 'Code', exact: true })
    .selectOption('1012 Service Restart');
  await page.getByRole('textbox', { name: 'Reason', exact: true }).fill('back soon');
  await verb(page, 'close').click();
  await expect(status(page)).toHaveText('closed 1012 back soon');
  await expect(page.getByLabel('Play function')).toHaveText(
    [
      'play: async ({ server }) => {',
      '  await server.nextConnection();',
      '  await server.stall();',
      "  await server.send('Hello from the far end');",
      '  await server.resume();',
      '  await server.send(new Uint8Array([72, 105]));',
      "  await server.close(1012, 'back soon');",
      '},',
    ].join(' '),
  );

  await verb(page, 'hold').click();
  await reconnect(page);
  await expect(status(page)).toHaveText('connecting');
  await verb(page, 'accept').click();
  await expect(status(page)).toHaveText('open');
  await verb(page, 'fail').click();
  await expect(status(page)).toHaveText('failed 1006');
  await reconnect(page);
  await expect(status(page)).toHaveText('open');
  // By its shortcut, from anywhere.
  await page.keyboard.press('Alt+Shift+D');
  await expect(status(page)).toHaveText('closed 1006');
  await verb(page, 'refuse').click();
  await reconnect(page);
  await expect(status(page)).toHaveText('failed 1006');

  await showView(page, 'Timeline');
  const types = async () =>
    (await timelineRows(page).locator('span:nth-child(3)').allInnerTexts()).join(' ');
  await expect
    .poll(types)
    .toBe(
      [
        'connect open text binary closing close',
        'connect open error close',
        'connect open close',
        'connect error close',
      ].join(' '),
    );
});

test('what it exports opens as HAR, with its messages', async ({ page }) => {
  await verb(page, 'send').click();
  await showView(page, 'Timeline');
  await expect(timelineRows(page).filter({ hasText: 'Hello from the far end' })).toBeVisible();
  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export HAR' }).click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toBe('patterns-01-use-effect--open.har');
  const { log } = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    log: { version: string; entries: object[] };
  };
  expect(log.version).toBe('1.2');
  expect(log.entries).toMatchObject([
    {
      response: { status: 101 },
      _resourceType: 'websocket',
      _webSocketMessages: [{ type: 'receive', opcode: 1, data: 'Hello from the far end' }],
    },
  ]);
});

test('shows in its tab what the pattern has left behind', async ({ page }) => {
  await showView(page, 'Left behind');
  await expect(page.getByRole('list', { name: 'Held' })).toContainText('open socket to wss://');
  // In place of a pattern that forgets to close: none of this lab does.
  await preview(page)
    .locator('body')
    .evaluate(() => Reflect.construct(WebSocket, ['wss://lab.test/patterns-01-use-effect--open']));
  await expect(page.getByRole('tab', { name: 'WebSocket 2' })).toBeVisible();

  await page.getByRole('tab', { name: /^Controls/ }).click();
  await flip(page, 'mounted');
  await page.getByRole('tab', { name: /^WebSocket 1/ }).click();
  await expect(page.getByLabel('1 left behind')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Left behind' })).toContainText('open socket');
  await showView(page, 'States');
  await expect(page.getByRole('img', { name: /^Now (open|closed)/ })).toHaveCount(2);
  await showView(page, 'Sequence');
  await expect(page.getByRole('list', { name: 'Sequence' })).toContainText('101 Switching');
});

test('agrees with the Controls, and begins anew with another story', async ({ page }) => {
  await page.getByRole('slider', { name: 'Latency in ms' }).fill('500');
  await verb(page, 'close').click();
  await showView(page, 'Timeline');
  await page.getByRole('searchbox', { name: 'Content' }).fill('/./');
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await expect(control(page, 'latencyMs').getByRole('slider')).toHaveValue('500');
  await expect(
    control(page, 'serverState').getByRole('radio', { checked: true }),
  ).toHaveAccessibleName('closed');
  await control(page, 'latencyMs').getByRole('slider').fill('1000');
  await openPanel(page, 'Drive');
  await expect(page.getByRole('slider', { name: 'Latency in ms' })).toHaveValue('1000');

  await page.getByRole('link', { name: 'Connecting', exact: true }).click();
  await expect(status(page)).toHaveText('connecting');
  await expect(verb(page, 'hold')).toBeDisabled();
  await showView(page, 'Timeline');
  await expect(page.getByRole('searchbox', { name: 'Content' })).toHaveValue('/./');
  await expect(timelineRows(page)).toHaveCount(1);
});
