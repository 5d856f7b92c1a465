/** `npm start` in short: the development server, one story on both transports, the panel. */
import type { Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { choose, expect, openStory, preview, startDev, test } from './lab.ts';
import { openPanel, timelineRows } from './panel.ts';

const status = (page: Page) => preview(page).getByRole('status');
const transport = (page: Page) => page.getByLabel(/^Live transport/);

/** Presses the transport button, and waits for the pattern's socket to be a real one that is open. */
async function goLive(page: Page): Promise<void> {
  // Held, so that it is not taken for open by what the socket before it had left on the page.
  await choose(page, 'serverState', 'connecting');
  const socket = page.waitForEvent('websocket', (made) => made.url().includes('use-effect--open'));
  await transport(page).click();
  await socket;
  await expect(status(page)).toHaveText('connecting');
  await choose(page, 'serverState', 'open');
  await expect(status(page)).toHaveText('open');
}

test('a first start', async ({ page, tab }) => {
  const dev = await startDev();
  onTestFinished(() => dev.close());

  // Shows a story.
  const { url } = dev;
  await openStory(page, 'patterns-basics-01-use-effect--open', { url });
  await expect(status(page)).toHaveText('open');

  // Shows in the panel what its socket does.
  await openPanel(page, 'Timeline');
  await expect(timelineRows(page).filter({ hasText: 'the handshake is done' })).toBeVisible();
  await page.getByRole('tab', { name: /^Controls/ }).click();

  // Lets its socket go to a real server, which the Controls drive as well.
  await goLive(page);
  await choose(page, 'serverState', 'closed');
  await expect(status(page)).toHaveText('closed 1000');

  // And back: the pattern is made again, and connects.
  await choose(page, 'serverState', 'open');
  await expect(status(page)).toHaveText('closed 1000');
  await transport(page).click();
  await expect(status(page)).toHaveText('open');
  expect(tab.complaints).toEqual([]);

  // Serves the registry, as a build has it.
  const item = (await (await fetch(`${url}r/reconnect.json`)).json()) as { name: string };
  expect(item.name).toBe('reconnect');

  // Anyone may ask for any path, and that ends nothing.
  const { origin } = new URL(url);
  const sockets = ['//', '///', '/lab-live//', '/lab-live/control//'].map(
    (path) => new WebSocket(origin.replace('http', 'ws') + path),
  );
  onTestFinished(() => sockets.forEach((socket) => socket.close()));
  await openStory(page, 'patterns-basics-01-use-effect--open', { url });
  await expect(status(page)).toHaveText('open');

  // A real server that is killed cuts the cable, and page and panel say at once that it is gone.
  await goLive(page);
  await dev.close();
  await expect(status(page)).toHaveText('closed 1006');
  await expect(preview(page).getByRole('alert')).toContainText('The live server is gone');
  await expect(page.getByRole('tab', { name: 'WebSocket live server gone' })).toBeVisible();
  // Storybook itself complains that its server is gone.
  await page.goto('about:blank');
  tab.complaints.length = 0;
});
