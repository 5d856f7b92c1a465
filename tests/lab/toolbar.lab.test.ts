/** The toolbar: transport, theme and clock. */
import type { Locator, Page } from 'playwright';
import { expect, openStory, preview, test, write } from './lab.ts';

test.beforeAll(({ tab: { page } }) => openStory(page, 'patterns-basics-01-use-effect--open'));

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
  const live = page.getByLabel(/^Live transport: simulated.*a built Storybook is only files/);
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

test('another clock begins the pattern again, with a socket of the new server', async ({
  page,
}) => {
  const messages = preview(page).getByRole('listitem');
  const pattern = preview(page).locator('section');
  const clocks = { virtual: /^clock ×1$/, real: /^real time/ };
  for (const [name, option] of Object.entries(clocks)) {
    await pattern.evaluate((section) => Reflect.set(section, 'isMarked', true));
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /^Clock/ })
      .click();
    await page.getByRole('option', { name: option }).click();
    // Another element: the one that was marked has left.
    await expect
      .poll(() => pattern.evaluate((section) => Reflect.has(section, 'isMarked')))
      .toBe(false);
    await expect(preview(page).getByRole('status')).toHaveText('open');
    await write(page, 'message', `in ${name} time`);
    await expect(messages).toHaveText([`in ${name} time`]);
  }
});

test('a tool looks switched on only when something is chosen there', async ({ page }) => {
  const toolbar = page.getByRole('toolbar');
  const theme = toolbar.getByRole('button', { name: 'Theme' });
  const strictMode = toolbar.getByRole('switch', { name: /^StrictMode/ });
  const clock = toolbar.getByRole('button', { name: /^Clock/ });
  const live = toolbar.getByRole('switch', { name: /^Live transport/ });
  await expect(live).not.toBeChecked();
  const backgroundOf = (tool: Locator) =>
    tool.evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.mouse.move(0, 0);
  const backgrounds = async () =>
    new Set(await Promise.all([theme, strictMode, clock].map(backgroundOf))).size;
  await expect.poll(backgrounds).toBe(1);
  const off = await backgroundOf(theme);
  // Each is looked at away from the pointer: a tool that is pointed at has another background.
  await strictMode.click();
  await page.mouse.move(0, 0);
  await expect.poll(() => backgroundOf(strictMode)).not.toBe(off);
  await strictMode.click();
  await expect(preview(page).getByRole('status')).toHaveText('open');
  await clock.click();
  await page.getByRole('option', { name: /^clock ×10$/ }).click();
  await page.mouse.move(0, 0);
  await expect.poll(() => backgroundOf(clock)).not.toBe(off);
});
