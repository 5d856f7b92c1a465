/** The toolbar: StrictMode, transport and theme. */
import type { Page } from 'playwright';
import { expect, madeSockets, openStory, preview, recordSockets, test } from './lab.ts';

const STORY = 'patterns-basics-01-use-effect--open';

async function setStrictMode(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: 'StrictMode' }).click();
  await page.getByRole('option', { name: entry }).click();
}

/** The sockets of the story so far, by `readyState`. */
async function readyStates(page: Page): Promise<number[]> {
  return (await madeSockets(page, STORY)).map(({ readyState }) => readyState);
}

test.beforeAll(async ({ tab: { page } }) => {
  await recordSockets(page);
  await openStory(page, STORY);
});

test('StrictMode mounts the pattern twice, and one socket remains', async ({ page }) => {
  await expect(preview(page).getByRole('status')).toHaveText('open');
  expect(await readyStates(page)).toEqual([WebSocket.OPEN]);

  await setStrictMode(page, /StrictMode on/);
  await expect.poll(() => readyStates(page)).toEqual([3, 3, 1]);
  await expect(preview(page).getByRole('status')).toHaveText('open');

  await setStrictMode(page, /StrictMode off/);
  await expect.poll(() => readyStates(page)).toEqual([3, 3, 3, 1]);
});

/** From 0, black, to 255. */
async function brightness(page: Page, property: 'color' | 'backgroundColor'): Promise<number> {
  const colour = await preview(page)
    .locator('body')
    .evaluate((body, property) => getComputedStyle(body)[property], property);
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}

/** How much brighter the page is than its text. */
async function contrast(page: Page): Promise<number> {
  return (await brightness(page, 'backgroundColor')) - (await brightness(page, 'color'));
}

test('a built Storybook has no live server, and says so', async ({ page }) => {
  const live = page.getByLabel(/^Live transport.*a built Storybook is only files/);
  await expect(live).toBeDisabled();
  await expect(live).toHaveText('simulated');
});

test('the theme changes the colours of the page, and back', async ({ page }) => {
  await expect.poll(() => contrast(page)).toBeGreaterThan(150);
  const switchTheme = page.getByRole('toolbar').getByRole('button', { name: 'Theme' });
  await switchTheme.click();
  await expect.poll(() => contrast(page)).toBeLessThan(-150);
  await switchTheme.click();
  await expect.poll(() => contrast(page)).toBeGreaterThan(150);
});
