/** The Docs pages: each shows its pattern's source, and its stories do not disturb each other. */
import { describe, inject } from 'vitest';
import { choose, expect, openAlone, test } from './lab.ts';

interface StorybookIndex {
  readonly entries: Record<string, { readonly type: string }>;
}

async function docsOfPatterns(): Promise<string[]> {
  const response = await fetch(`${inject('storybookUrl')}index.json`);
  const { entries } = (await response.json()) as StorybookIndex;
  return Object.entries(entries)
    .filter(([id, { type }]) => type === 'docs' && id.startsWith('patterns-'))
    .map(([id]) => id);
}

const docs = await docsOfPatterns();

test('the patterns stand in the order in which to read them', () => {
  expect(docs).toEqual([...docs].sort());
});

describe('shows the source', () => {
  test.for(docs)('%s', async (id, { page }) => {
    await openAlone(page, 'docs', id);
    const show = page.getByRole('switch', { name: 'Show code' });
    const source = page.locator('pre', { hasText: 'new WebSocket(url)' });
    await expect(show.first()).toBeVisible();
    // The page of 03 shows it by itself.
    if ((await source.count()) === 0) await show.first().click();
    await expect(source.first()).toBeVisible();
  });
});

test('the Controls of one story do not move the socket of another', async ({ page }) => {
  await openAlone(page, 'docs', 'patterns-basics-01-use-effect--docs');
  // Each story with the comment above it, as its file says.
  await expect(page.getByText('the socket is open, and waits.')).not.toHaveCount(0);
  const statusOf = (story: string) =>
    page
      .locator(`[id^="story--patterns-basics-01-use-effect--${story}"]`)
      .getByRole('status')
      .first();
  await expect(statusOf('open')).toHaveText('open');
  await expect(statusOf('messages')).toHaveText('open');
  await expect(statusOf('connecting')).toHaveText('connecting');
  await expect(statusOf('protocol-violation')).toHaveText('open');

  await choose(page, 'serverState', 'closed');
  await expect(statusOf('open')).toHaveText('closed 1000');
  // The close of this story took place: what it did to others, it has done by now.
  await expect(statusOf('messages')).toHaveText('open');
  await expect(statusOf('connecting')).toHaveText('connecting');
  await expect(statusOf('protocol-violation')).toHaveText('open');
  await expect(statusOf('server-closes-1001')).toHaveText('closed 1001 restarting');
});
