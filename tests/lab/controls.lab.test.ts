/** Each Control of the simulated server acts on the running pattern, which stays where it is. */
import type { Page } from 'playwright';
import {
  choose,
  expect,
  flip,
  openStory,
  preview,
  selectCloseCode,
  slide,
  test,
  write,
} from './lab.ts';

const LATENCY_LIMIT_MS = 3_000;

const status = (page: Page) => preview(page).getByRole('status');
const messages = (page: Page) => preview(page).getByRole('listitem');

/** Leaves a mark on the pattern's own element, which an element that React makes anew lacks. */
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
  await selectCloseCode(page, '1012');
  await write(page, 'closeReason', 'back soon');
  await expect(status(page)).toHaveText('open');
  await choose(page, 'serverState', 'closed');
  await expect(status(page)).toHaveText('closed 1012 back soon');
  expect(await isMarked(page)).toBe(true);
});
