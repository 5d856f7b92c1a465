/** A page of another origin that frames a story gets nothing of what its sockets carry. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { inject, onTestFinished } from 'vitest';
import { expect, test } from './lab.ts';

const STORY = 'patterns-basics-01-use-effect--open';

/** Frames a story, as Storybook's manager does, and keeps what the story posts. */
const STRANGER = (src: string) => `<!doctype html>
<iframe src="${src}" width="900" height="500"></iframe>
<script>
  window.heard = [];
  window.addEventListener('message', ({ data }) => window.heard.push(String(data)));
  window.post = (type, message) => {
    const event = { type, args: [message], from: 'stranger' };
    frames[0].postMessage(JSON.stringify({ key: 'storybook-channel', event }), '*');
  };
</script>`;

/** Opens the story in a page of another origin: another port is one. */
async function openFramed(page: Page): Promise<void> {
  const src = `${inject('storybookUrl')}iframe.html?viewMode=story&id=${STORY}`;
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(STRANGER(src));
  }).listen(0, 'localhost');
  await once(server, 'listening');
  onTestFinished(async () => {
    await page.goto('about:blank');
    server.closeAllConnections();
    server.close();
  });
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
}

const framed = (page: Page) => page.frameLocator('iframe');
const heardTypes = (page: Page) =>
  page.evaluate(() =>
    (Reflect.get(window, 'heard') as string[]).flatMap((text) => {
      const { event } = JSON.parse(text) as { event?: { type: string } };
      return event ? [event.type] : [];
    }),
  );

test('the published lab does not run in a frame of another origin', async ({ page }) => {
  await openFramed(page);
  await expect(framed(page).locator('body')).toContainText('does not run in a frame');
  await expect(framed(page).locator('#storybook-root')).toHaveCount(0);
  expect(await heardTypes(page)).toEqual([]);
});

test('the panel answers its own manager only, where nothing else refuses the frame', async ({
  page,
}) => {
  // As in a Storybook that only has the addon.
  await page.route('**/iframe.html?*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('window.top.location.href', '0');
    await route.fulfill({ response, body });
  });
  await openFramed(page);
  await expect(framed(page).getByRole('status')).toHaveText('open');
  const post = (type: string, message: unknown) =>
    page.evaluate(
      ([name, value]) => (Reflect.get(window, 'post') as (...of: unknown[]) => void)(name, value),
      [type, message] as const,
    );
  await post('socket-panel/watch', JSON.stringify({ isShown: true }));
  // Once more from its beginning, with the events switched on: what the panel posts comes before the
  // end of that, as the story has connected by then.
  await post('forceRemount', { storyId: STORY });
  await expect
    .poll(async () => (await heardTypes(page)).filter((type) => type === 'storyRendered').length)
    .toBe(2);
  await expect(framed(page).getByRole('status')).toHaveText('open');
  expect((await heardTypes(page)).filter((type) => type.startsWith('socket-panel/'))).toEqual([]);
  await page.unrouteAll();
});
