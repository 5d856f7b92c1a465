/** The WebSocket panel, as a user works it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { expect } from './lab.ts';

/** Opens the panel at one of its views. */
export async function openPanel(page: Page, view: string): Promise<void> {
  const tab = page.getByRole('tab', { name: /^WebSocket/ });
  await tab.click();
  await showView(page, view);
}

export async function showView(page: Page, view: string): Promise<void> {
  const tab = page.getByRole('tab', { name: view, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

export function verb(page: Page, name: string): Locator {
  return page.locator('.verbs').getByRole('button', { name, exact: true });
}

export function timelineRows(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Events' }).getByRole('option');
}

/** The file that a button of the timeline saves, read as JSON. */
export async function readExport<T>(page: Page, format: 'HAR' | 'JSON'): Promise<T> {
  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: `Export ${format}` }).click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
  return JSON.parse(await readFile(await file.path(), 'utf8')) as T;
}

/** Every event that the panel shows of a story: all of it but the time, and which socket it was. */
export async function readTrace(page: Page): Promise<object[]> {
  const { events } = await readExport<{ events: object[] }>(page, 'JSON');
  return events.map((event) => ({
    ...event,
    at: undefined,
    socketId: undefined,
    stack: undefined,
  }));
}

/**
 * Renders the story again as it was at first, with this code for its play function. Storybook has no
 * documented way to change one.
 */
export async function playAnew(page: Page, storyId: string, code: string): Promise<void> {
  const frame = page.frame({ url: /iframe\.html/ });
  await frame?.evaluate(`(async () => {
    const storyId = '${storyId}';
    const story = await __STORYBOOK_PREVIEW__.loadStory({ storyId });
    Object.assign(story, { playFunction: { ${code} }.play });
    __STORYBOOK_ADDONS_CHANNEL__.emit('resetStoryArgs', { storyId });
    __STORYBOOK_ADDONS_CHANNEL__.emit('forceRemount', { storyId });
  })()`);
}
