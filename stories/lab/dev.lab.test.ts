/** `npm start` in short: the development server, one story, no complaints. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { serveStorybookDev } from '../../scripts/storybook.ts';
import { expect, preview, test } from './lab.ts';

/** Without a warm cache, Vite bundles every dependency first. */
const FIRST_START_LIMIT_MS = 60_000;

test('a first start shows a story', { timeout: 2 * FIRST_START_LIMIT_MS }, async ({ page }) => {
  // A cache of its own: nobody's development server beside this one notices.
  const cacheDir = await mkdtemp(join(tmpdir(), 'storybook-cache-'));
  onTestFinished(() => rm(cacheDir, { recursive: true, force: true }));
  const dev = await serveStorybookDev({ cacheDir });
  onTestFinished(() => dev.close());

  await page.goto(`${dev.url}?path=/story/patterns-01-use-effect--open`);
  await expect(preview(page).getByRole('status')).toHaveText('open', {
    timeout: FIRST_START_LIMIT_MS,
  });
});
