/** What only `storybook dev` has: its own *Run tests*, and the way from a page to live sockets. */
import { expect, openStory, preview, test } from './lab.ts';

interface StorybookIndex {
  readonly entries: Record<string, { readonly type: string; readonly tags: string[] }>;
}

/** For all stories, on a slow machine that is busy with other tests. */
const RUN_LIMIT_MS = 540_000;

async function countStories(url: string): Promise<number> {
  const { entries } = (await (await fetch(`${url}index.json`)).json()) as StorybookIndex;
  return Object.values(entries).filter(
    ({ type, tags }) => type === 'story' && !tags.includes('live-only'),
  ).length;
}

test('Run tests, in the sidebar, runs every story, and each passes', async ({ page, findUrl }) => {
  const url = await findUrl('dev');
  await openStory(page, 'patterns-basics-01-use-effect--open', { url, sidebar: true });
  const widget = page.locator('#storybook-testing-module');
  await widget.getByRole('button', { name: 'Run tests' }).first().click();
  await expect(widget).toContainText(`Ran ${await countStories(url)} tests`, {
    timeout: RUN_LIMIT_MS,
  });
  await expect(widget.getByRole('button', { name: /tests with errors/ })).toHaveCount(0);
});

test('no other site may frame the development server', async ({ findUrl }) => {
  const url = await findUrl('dev');
  for (const path of ['', 'iframe.html?id=patterns-basics-01-use-effect--open', 'index.json']) {
    const { headers } = await fetch(url + path);
    // Beside Storybook's own, which lets every page on this machine: a browser obeys both.
    const policies = headers.get('Content-Security-Policy')?.split(', ');
    expect(policies, path).toContain("frame-ancestors 'self'");
  }
});

test('no story changes over the others, and a reader does so by a button', async ({
  page,
  findUrl,
}) => {
  const transport = page.getByLabel(/^Live transport/);
  const story = preview(page);
  await openStory(page, 'protocol-wheretolook--simulated', { url: await findUrl('dev') });
  // Its play function is done with the button when that has the focus.
  await expect(story.getByRole('button', { name: 'Switch to live' })).toBeFocused();
  await expect(story.getByText('This socket is simulated')).toBeVisible();
  await expect(transport).toHaveText('simulated');

  await openStory(page, 'protocol-wheretolook--conversation', { url: await findUrl('dev') });
  await expect(transport).toHaveText('simulated');
  const pattern = story.locator('section');
  await pattern.evaluate((section) => Reflect.set(section, 'isMarked', true));
  await story.getByRole('button', { name: 'Switch to live' }).click();
  await expect(story.getByText('This socket is real')).toBeVisible();
  await expect(transport).toHaveText('live');
  // With another server, the pattern has begun again.
  expect(await pattern.evaluate((section) => Reflect.has(section, 'isMarked'))).toBe(false);
});
