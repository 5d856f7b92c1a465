/** Nonsense in a Control, or in the address, gets an answer that explains it, and the page goes on. */
import type { FrameLocator, Page } from 'playwright';
import { describe } from 'vitest';
import { choose, control, expect, openAlone, openStory, preview, test, write } from './lab.ts';

const STORY = 'patterns-basics-01-use-effect--open';
/** How long a click may take, and what it does to show: far under a second, on a machine at rest. */
const CLICK_LIMIT_MS = 10_000;
const TEN_MEGABYTES = 10 * 2 ** 20;

const status = (place: Page | FrameLocator) => place.getByRole('status');
const alert = (place: Page | FrameLocator) => place.getByRole('alert');

/** The page answers a click: the pattern goes, and comes back. */
async function expectAnswers(page: Page): Promise<void> {
  const mounted = control(page, 'mounted').locator('label');
  await mounted.click({ timeout: CLICK_LIMIT_MS });
  await expect(status(preview(page))).toHaveCount(0, { timeout: CLICK_LIMIT_MS });
  await mounted.click({ timeout: CLICK_LIMIT_MS });
  await expect(status(preview(page))).toBeVisible({ timeout: CLICK_LIMIT_MS });
}

describe('in the address', () => {
  test.for([
    ['serverState:closed;closeCode:1006', 'a Close frame cannot carry it'],
    [
      `serverState:closed;closeReason:${'r'.repeat(124)}`,
      'closeReason is at most 123 bytes of UTF-8',
    ],
    ['closeCode:0', 'closeCode: The close code of a server must be'],
    [
      'closeCode:soon',
      'A close code is a whole number: 1000–1003, 1007–1014, or 3000–4999. “soon” is not',
    ],
    ['latencyMs:99999', 'latencyMs is a number from 0 to 3000, and 99999 is not'],
    ['latencyMs:soon', 'latencyMs is a number from 0 to 3000, and NaN is not'],
    ['latencyMs:!null', 'latencyMs is a number from 0 to 3000, and null is not'],
    ['closeReason:!null', 'closeReason is text, and null is not'],
    ['messagesPerSecond:501', 'messagesPerSecond is a number from 0 to 500, and 501 is not'],
  ])('%s', async ([args = '', words = ''], { page }) => {
    await openAlone(page, 'story', STORY, { args });
    await expect(alert(page)).toContainText(words);
    await expect(status(page)).toHaveText('open');
  });

  test.for(['serverState:ajar', 'startState:ajar'])('%s', async (args, { page }) => {
    await openAlone(page, 'story', STORY, { args });
    await expect(status(page)).toHaveText('open');
    await expect(alert(page)).toHaveCount(0);
  });
});

test('in the address, the other Controls stay', async ({ page }) => {
  await openStory(page, STORY, { args: 'latencyMs:!null' });
  await expect(alert(preview(page))).toContainText('latencyMs is a number');
  await expect(control(page, 'messagesPerSecond').getByRole('slider')).toBeVisible();
  await expect(control(page, 'latencyMs')).toHaveCount(0);
});

test('in a Control', async ({ page, tab }) => {
  const story = preview(page);
  await openStory(page, STORY);
  await expect(status(story)).toHaveText('open');

  // A URL that `new WebSocket` throws for.
  const url = await control(page, 'url').getByRole('textbox').inputValue();
  await write(page, 'url', 'ftp://lab.test/');
  await expect(alert(story)).toContainText("SyntaxError: Failed to construct 'WebSocket'");
  await expect(status(story)).toHaveCount(0);
  // React reports it as well.
  await expect.poll(() => tab.complaints.splice(0).join()).toContain('Failed to construct');
  await write(page, 'url', url);
  await expect(status(story)).toHaveText('open');
  await expect(alert(story)).toHaveCount(0);

  // Ten megabytes of text.
  await paste(page, 'm'.repeat(TEN_MEGABYTES));
  await expect(story.getByRole('listitem').or(alert(story)).first()).toBeVisible();
  await expectAnswers(page);
  await write(page, 'message', 'short again');
  await expect(alert(story)).toHaveCount(0);

  // A code that no frame carries. The Controls have followed the pattern off the page and back by then.
  await expect(control(page, 'serverState').getByRole('radio', { name: 'open' })).toBeChecked();
  await write(page, 'closeCode', '1006');
  await choose(page, 'serverState', 'closed');
  await expect(alert(story)).toContainText('1006 is none of these');

  // No code at all.
  await write(page, 'closeCode', '4x');
  await expect(alert(story)).toContainText('“4x” is not');

  // A reason of 124 bytes, in 62 letters.
  await write(page, 'closeReason', 'é'.repeat(62));
  await write(page, 'closeCode', '1001');
  await expect(alert(story)).toContainText('closeReason is at most 123 bytes of UTF-8');
  await expect(status(story)).toHaveText('open');

  await write(page, 'closeReason', 'é'.repeat(61));
  await expect(status(story)).toHaveText(`closed 1001 ${'é'.repeat(61)}`);
  await expect(alert(story)).toHaveCount(0);
});

/** As from the clipboard, which needs no permission this way. */
async function paste(page: Page, text: string): Promise<void> {
  await control(page, 'message').getByRole('textbox').focus();
  await page.keyboard.insertText(text);
}
