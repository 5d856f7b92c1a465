/** Each Control of the simulated server acts on the running pattern, which stays where it is. */
import type { FrameLocator, Page } from 'playwright';
import { serverArgTypes } from '../../addon/story/server-args.ts';
import {
  choose,
  control,
  expect,
  flip,
  openAlone,
  openStory,
  preview,
  slide,
  test,
  write,
} from './lab.ts';
import { openPanel, verb } from './panel.ts';

const LATENCY_LIMIT_MS = 3_000;

const status = (page: Page) => preview(page).getByRole('status');
const messages = (page: Page) => preview(page).getByRole('listitem');

/** Leaves a mark on the pattern's own element, which an element that React makes again lacks. */
async function mark(page: Page): Promise<void> {
  await preview(page)
    .locator('section')
    .evaluate((section) => Reflect.set(section, 'isMarked', true));
}

async function isMarked(page: Page): Promise<unknown> {
  return preview(page)
    .locator('section')
    .evaluate((section): unknown => Reflect.get(section, 'isMarked'));
}

test('one after the other', async ({ page }) => {
  await openStory(page, 'patterns-basics-01-use-effect--open');
  await expect(status(page)).toHaveText('open');
  await mark(page);

  // The state: an open socket stays open, and an error breaks it.
  await choose(page, 'serverState', 'connecting');
  await write(page, 'message', 'still here');
  await expect(messages(page)).toHaveText(['still here']);
  await choose(page, 'serverState', 'error');
  await expect(status(page)).toHaveText('failed 1006');
  expect(await isMarked(page)).toBe(true);

  // Mounted: the pattern goes, and comes back with a new socket.
  await flip(page, 'mounted');
  await expect(preview(page).locator('section')).toHaveCount(0);
  await choose(page, 'serverState', 'open');
  await flip(page, 'mounted');
  await expect(status(page)).toHaveText('open');
  expect(await isMarked(page)).toBeUndefined();
  await mark(page);

  // A message for each change.
  await write(page, 'message', 'once for each change');
  await expect(messages(page)).toHaveText(['once for each change']);

  // A stream, and its end.
  await slide(page, 'messagesPerSecond', 'End');
  await expect(messages(page)).toHaveText(Array<string>(100).fill('once for each change'));
  await slide(page, 'messagesPerSecond', 'Home');
  await write(page, 'message', 'after the stream');
  await expect(messages(page).first()).toHaveText('after the stream');
  // What still streamed would come in between these two, a dozen times at least.
  await write(page, 'message', 'and nothing between');
  await expect(messages(page).first()).toHaveText('and nothing between');
  await expect(messages(page).nth(1)).toHaveText('after the stream');

  // Latency, which keeps the order.
  await slide(page, 'latencyMs', 'End');
  const writtenAt = Date.now();
  await write(page, 'message', 'late');
  // The change has been made; what it sent is still on its way.
  await expect(page).toHaveURL(/message:late\b/);
  await slide(page, 'latencyMs', 'Home');
  await write(page, 'message', 'later');
  await expect(messages(page).first()).toHaveText('later');
  await expect(messages(page).nth(1)).toHaveText('late');
  // A slow machine only adds to this.
  expect(Date.now() - writtenAt).toBeGreaterThanOrEqual(LATENCY_LIMIT_MS);

  // The close code and the reason wait for the close.
  await write(page, 'closeCode', '1012');
  await write(page, 'closeReason', 'back soon');
  await expect(status(page)).toHaveText('open');
  await choose(page, 'serverState', 'closed');
  await expect(status(page)).toHaveText('closed 1012 back soon');
  expect(await isMarked(page)).toBe(true);
});

const checked = (place: Page | FrameLocator) =>
  control(place, 'serverState').getByRole('radio', { checked: true });

test('serverState follows whoever ends the connection', async ({ page }) => {
  await openStory(page, 'patterns-basics-02-state-button--closed');
  const press = (name: string) => preview(page).getByRole('button', { name, exact: true }).click();
  // The page.
  await press('Connect');
  await expect(status(page)).toHaveText('open');
  await press('Disconnect');
  await expect(checked(page)).toHaveAccessibleName('closed');
  await press('Connect');
  await expect(status(page)).toHaveText('open');
  await expect(checked(page)).toHaveAccessibleName('open');
  // The panel.
  await openPanel(page, 'Drive');
  await verb(page, 'fail').click();
  await expect(status(page)).toHaveText('failed 1006');
  await page.getByRole('tab', { name: /^Controls/ }).click();
  await expect(checked(page)).toHaveAccessibleName('error');
  // Chosen again, it counts for the next connection.
  await choose(page, 'serverState', 'connecting');
  await press('Connect');
  await expect(status(page)).toHaveText('connecting');
  await expect(checked(page)).toHaveAccessibleName('connecting');
});

test('serverState follows the play function, and the story begins again as it was', async ({
  page,
}) => {
  await openStory(page, 'patterns-basics-01-use-effect--cable-cut');
  for (const again of [true, false]) {
    await expect(status(page)).toHaveText('closed 1006');
    await expect(checked(page)).toHaveAccessibleName('closed');
    await expect(page).toHaveURL(/serverState:closed/);
    // Where the server closed what comes, the cable would not be cut.
    if (again) await page.reload();
  }
});

test('serverState follows on a Docs page', async ({ page }) => {
  await openAlone(page, 'docs', 'protocol-closecodes--docs');
  const primary = page.locator('#story--protocol-closecodes--table--primary');
  await expect(primary.getByText('open', { exact: true })).toBeVisible();
  await expect(checked(page)).toHaveAccessibleName('open');
  await primary.getByRole('button', { name: 'Send 1001' }).click();
  await expect(primary.getByText('closed 1001')).toBeVisible();
  await expect(checked(page)).toHaveAccessibleName('closed');
  await primary.getByRole('button', { name: 'Reconnect' }).click();
  await expect(checked(page)).toHaveAccessibleName('open');
});

test('any private close code can be typed, and each Control says what it does', async ({
  page,
}) => {
  await openStory(page, 'patterns-basics-01-use-effect--open');
  await write(page, 'closeCode', '4999');
  await choose(page, 'serverState', 'closed');
  await expect(status(page)).toHaveText('closed 4999');
  const names = Object.keys(serverArgTypes).filter((name) => name !== 'startState');
  for (const name of names) {
    await expect(control(page, name).getByRole('cell').nth(1)).toContainText(/\w+ \w+ \w+/);
  }
});
