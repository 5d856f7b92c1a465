/** The story's clock and the circumstances of its page, in the toolbar and on a lesson page. */
import type { Page } from 'playwright';
import { inject } from 'vitest';
import { expect, openAlone, openStory, preview, test } from './lab.ts';

const HEARTBEAT = 'patterns-staying-connected-14-heartbeat';
const HINTS = 'patterns-staying-connected-15-online-offline';

const clockOf = (page: Page) => preview(page).getByRole('group', { name: 'The clock' });
const press = (page: Page, name: string) =>
  clockOf(page).getByRole('button', { name, exact: true }).click();
const shown = async (page: Page) => (await clockOf(page).locator('output').textContent()) ?? '';

test('the toolbar shows the time of a story, and runs it to the next timer', async ({ page }) => {
  await openStory(page, `${HEARTBEAT}--open`, { globals: 'clock:paused' });
  const next = page.getByRole('button', { name: /run to the next timer$/ });
  await expect(next).toContainText('0:00.0');
  await next.click();
  // The interval of the heartbeat.
  await expect(next).toContainText('0:25.0');
  await expect(preview(page).getByText('open').first()).toBeVisible();

  await page.getByRole('toolbar').getByRole('button', { name: 'Clock' }).click();
  await page.getByRole('option', { name: /^real time/ }).click();
  await expect(next).toHaveCount(0);
});

test('a lesson page has the clock: faster, paused, to the next timer, real', async ({ page }) => {
  // In the whole lab: Storybook renders the page again, and the toolbar keeps what was chosen.
  await page.goto(`${inject('storybookUrl')}?path=/docs/${HEARTBEAT}--docs`);
  await expect.poll(() => shown(page)).toBe('real time');
  await press(page, '×60');
  await expect.poll(() => shown(page)).toMatch(/^[1-9]\d?:\d\d\.\d$/);
  await press(page, 'Pause');
  await expect(clockOf(page).getByRole('button', { pressed: true })).toHaveText('Pause');
  const paused = await shown(page);
  await press(page, 'Next timer');
  await expect.poll(() => shown(page)).not.toBe(paused);
  await press(page, 'Real time');
  await expect.poll(() => shown(page)).toBe('real time');
});

test('a lesson page goes offline and is hidden, and comes back', async ({ page }) => {
  await openAlone(page, 'docs', `${HINTS}--docs`);
  const read = () =>
    page.evaluate(() => [navigator.onLine ? 'online' : 'offline', document.visibilityState]);
  const circumstance = (name: string) =>
    page.getByRole('group', { name: 'The page' }).getByRole('button', { name });
  await expect(page.locator('[role="status"][data-status="open"]')).toBeVisible();
  await circumstance('offline').click();
  await circumstance('hidden').click();
  await expect.poll(read).toEqual(['offline', 'hidden']);
  await circumstance('hidden').click();
  await circumstance('offline').click();
  await expect.poll(read).toEqual(['online', 'visible']);
});
