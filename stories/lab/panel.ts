/** The WebSocket panel, as a person works it. */
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
