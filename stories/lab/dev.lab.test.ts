/** `npm start` in short: the development server, one story on both transports, no complaints. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { serveStorybookDev } from '../../scripts/storybook.ts';
import { choose, expect, preview, test } from './lab.ts';

/** Without a warm cache, Vite bundles every dependency first. */
const FIRST_START_LIMIT_MS = 60_000;

test('a first start', { timeout: 2 * FIRST_START_LIMIT_MS }, async ({ page }) => {
  // A cache of its own: nobody's development server beside this one notices.
  const cacheDir = await mkdtemp(join(tmpdir(), 'storybook-cache-'));
  onTestFinished(() => rm(cacheDir, { recursive: true, force: true }));
  const dev = await serveStorybookDev({ cacheDir });
  onTestFinished(() => dev.close());
  const status = preview(page).getByRole('status');

  // Shows a story.
  await page.goto(`${dev.url}?path=/story/patterns-01-use-effect--open`);
  await expect(status).toHaveText('open', { timeout: FIRST_START_LIMIT_MS });

  // Lets its socket go to a real server, which the Controls drive as well.
  const nextSocket = page.waitForEvent('websocket', (socket) =>
    socket.url().includes('use-effect--open'),
  );
  await page.getByLabel(/^Live transport/).click();
  await nextSocket;
  await expect(status).toHaveText('open');
  await choose(page, 'serverState', 'closed');
  await expect(status).toHaveText('closed 1000');

  // And back: the pattern is made anew, and connects.
  await choose(page, 'serverState', 'open');
  await expect(status).toHaveText('closed 1000');
  await page.getByLabel(/^Live transport/).click();
  await expect(status).toHaveText('open');
});
