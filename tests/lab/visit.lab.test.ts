/** A visit: sockets that nothing simulates, the keyboard alone, and leaving one story for another. */
import type { Locator, Page } from 'playwright';
import { findFreePort } from '../../scripts/child-process.ts';
import { CATALOGUE, GROUPS } from '../../src/catalogue.ts';
import { numberOf, PITFALLS } from '../../src/pitfalls.ts';
import { expect, openStory, preview, readyStates, recordSockets, test, write } from './lab.ts';

const status = (page: Page) => preview(page).getByRole('status');

test('by keyboard alone: connect, write, send', async ({ page }) => {
  await openStory(page, 'patterns-basics-02-state-button--closed', { sidebar: true });
  await expect(status(page)).toHaveText('closed');
  const story = preview(page);
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, story.getByRole('button', { name: 'Connect', exact: true }));
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('open');
  await tabTo(page, story.getByRole('textbox', { name: 'Message' }));
  await page.keyboard.type('by hand');
  await tabTo(page, story.getByRole('button', { name: 'Send' }));
  await page.keyboard.press('Enter');
  await expect(story.getByRole('listitem')).toHaveText(['by hand']);
});

/** Presses Tab until the target is in focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 20 && !(await isFocused()); presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('leaving a story closes its sockets; a URL that nothing simulates goes to the browser’s own', async ({
  page,
}) => {
  const first = 'patterns-basics-01-use-effect--open';
  const second = 'patterns-basics-01-use-effect--connecting';
  const ofTheBrowser: string[] = [];
  page.on('websocket', (socket) => ofTheBrowser.push(socket.url()));
  await recordSockets(page);
  await openStory(page, first, { sidebar: true });
  await expect(status(page)).toHaveText('open');

  await page.getByRole('link', { name: 'Connecting', exact: true }).click();
  await expect(status(page)).toHaveText('connecting');
  await expect.poll(() => readyStates(preview(page), first)).toEqual([WebSocket.CLOSED]);
  expect(await readyStates(preview(page), second)).toEqual([WebSocket.CONNECTING]);

  await page.getByRole('link', { name: 'Strict Mode On', exact: true }).click();
  await expect(status(page)).toHaveText('open');
  await expect.poll(() => readyStates(preview(page), second)).toEqual([WebSocket.CLOSED]);

  // Nothing listens there.
  const url = `ws://127.0.0.1:${await findFreePort()}/`;
  expect(ofTheBrowser).toEqual([]);
  await write(page, 'url', url);
  await expect(status(page)).toHaveText('failed 1006');
  expect(ofTheBrowser).toEqual([url]);
});

test('the sidebar names each pattern and pitfall as its page does', async ({ page }) => {
  await openStory(page, 'patterns-basics-01-use-effect--open', { sidebar: true });
  const label = (title: string, number = '(\\d+ )?') => {
    const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return page.getByRole('button', { name: new RegExp(`^${number}${literal}$`) });
  };
  for (const title of Object.values(GROUPS)) {
    const group = CATALOGUE.filter((pattern) => GROUPS[pattern.group] === title);
    if (group.length === 0) continue;
    if (title !== GROUPS.basics) await label(title).click();
    for (const pattern of group) await expect(label(pattern.title)).toBeVisible();
  }
  for (const pitfall of PITFALLS) {
    await expect(label(pitfall.title, `${numberOf(pitfall)} `)).toBeVisible();
  }
});

test('a story says on its canvas what it shows', async ({ page }) => {
  await openStory(page, 'patterns-basics-01-use-effect--cable-cut');
  await expect(preview(page).locator('.sentence')).toHaveText(/^The cable is cut.+\.$/);
});
