/** Nonsense in a Control, or in the address, is answered in words, and the page goes on. */
import type { Page } from 'playwright';
import { describe } from 'vitest';
import {
  choose,
  control,
  expect,
  openStory,
  preview,
  selectCloseCode,
  test,
  write,
} from './lab.ts';

const STORY = 'patterns-01-use-effect--open';
/** How long a click may take, and what it does to show: a second, on a machine that is not busy. */
const CLICK_LIMIT_MS = 3_000;
const TEN_MEGABYTES = 10 * 2 ** 20;

const status = (page: Page) => preview(page).getByRole('status');
const alert = (page: Page) => preview(page).getByRole('alert');

/** The page answers a click: the pattern goes, and comes back. */
async function expectAnswers(page: Page): Promise<void> {
  const mounted = control(page, 'mounted').locator('label');
  await mounted.click({ timeout: CLICK_LIMIT_MS });
  await expect(status(page)).toHaveCount(0, { timeout: CLICK_LIMIT_MS });
  await mounted.click({ timeout: CLICK_LIMIT_MS });
  await expect(status(page)).toBeVisible({ timeout: CLICK_LIMIT_MS });
}

describe('in the address', () => {
  test.for([
    ['serverState:closed;closeCode:1006', 'a Close frame cannot carry it'],
    [`serverState:closed;closeReason:${'r'.repeat(124)}`, 'not be greater than 123 UTF-8 bytes'],
    ['latencyMs:99999', 'latencyMs is a number from 0 to 3000, and 99999 is not'],
    ['latencyMs:soon', 'latencyMs is a number from 0 to 3000, and NaN is not'],
    ['messagesPerSecond:501', 'messagesPerSecond is a number from 0 to 500, and 501 is not'],
  ])('%s', async ([args = '', words = ''], { page }) => {
    await openStory(page, STORY, args);
    await expect(alert(page)).toContainText(words);
    await expect(status(page)).toHaveText('open');
    await expectAnswers(page);
  });

  test.for(['serverState:ajar', 'closeCode:0'])('%s', async (args, { page }) => {
    await openStory(page, STORY, args);
    await expect(status(page)).toHaveText('open');
    await expectAnswers(page);
  });
});

describe('in a Control', () => {
  test('a code that no frame carries', async ({ page }) => {
    await openStory(page, STORY);
    await selectCloseCode(page, '1006');
    await choose(page, 'serverState', 'closed');
    await expect(alert(page)).toContainText('1006 is none of these');
    await expect(status(page)).toHaveText('open');
    await expectAnswers(page);
    await selectCloseCode(page, '1001');
    await expect(status(page)).toHaveText('closed 1001');
    await expect(alert(page)).toHaveCount(0);
  });

  test('a reason of 124 bytes in 62 letters', async ({ page }) => {
    await openStory(page, STORY);
    await write(page, 'closeReason', 'é'.repeat(62));
    await choose(page, 'serverState', 'closed');
    await expect(alert(page)).toContainText('not be greater than 123 UTF-8 bytes');
    await expectAnswers(page);
    await write(page, 'closeReason', 'é'.repeat(61));
    await expect(status(page)).toHaveText(`closed 1000 ${'é'.repeat(61)}`);
    await expect(alert(page)).toHaveCount(0);
  });

  test('ten megabytes of text', async ({ page }) => {
    await openStory(page, STORY);
    await expect(status(page)).toHaveText('open');
    await paste(page, 'm'.repeat(TEN_MEGABYTES));
    await expect(preview(page).getByRole('listitem').or(alert(page)).first()).toBeVisible();
    await expectAnswers(page);
  });
});

/** As from the clipboard, which needs no permission this way. */
async function paste(page: Page, text: string): Promise<void> {
  await control(page, 'message').getByRole('textbox').focus();
  await page.keyboard.insertText(text);
}
