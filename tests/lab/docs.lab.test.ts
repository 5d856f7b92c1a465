/** The Docs pages of the patterns: each is a lesson, with one demo on which its stories play. */
import type { Locator, Page } from 'playwright';
import { describe, inject, onTestFinished } from 'vitest';
import { CATALOGUE } from '../../src/catalogue.ts';
import { expect, openAlone, recordSockets, test } from './lab.ts';

interface StorybookIndex {
  readonly entries: Record<string, { readonly type: string; readonly name: string }>;
}

const response = await fetch(`${inject('storybookUrl')}index.json`);
const { entries } = (await response.json()) as StorybookIndex;
const docs = CATALOGUE.map(({ folder, group }) => `patterns-${group}-${folder}--docs`);
const [FIRST = ''] = docs;

const demo = (page: Page) => page.getByRole('region', { name: 'Live demo' });
/** What the pattern says, and not what the demo around it says. */
const pattern = (page: Page) => demo(page).locator('.stage').getByRole('status').first();
const play = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Scenarios' })
    .getByRole('button', { name, exact: true })
    .click();

test('each pattern of the catalogue has a page, in the order in which to read them', () => {
  const found = Object.entries(entries)
    .filter(([id, { type }]) => type === 'docs' && id.startsWith('patterns-'))
    .map(([id]) => id);
  expect(found).toEqual(docs);
});

describe('a link to another page keeps the sidebar', () => {
  const LINKS = [
    ['the list of the patterns', 'introduction--docs', '.pattern-list a'],
    ['a pattern’s parts', 'patterns-products-chat--docs', '.lesson a[href*="=/docs/patterns-"]'],
    ['an answer to a symptom', 'find-your-symptom--docs', '.symptom-finder a'],
  ] as const;

  test.for(LINKS)('%s', async ([, id, selector], { page }) => {
    await page.goto(`${inject('storybookUrl')}?path=/docs/${id}`);
    const frame = page.frameLocator('#storybook-preview-iframe');
    if (id === 'find-your-symptom--docs') await frame.getByRole('searchbox').fill('1006');
    await frame.locator(selector).first().click();
    await page.waitForURL(/\/\?path=\/docs\/patterns-/);
    await expect(page.getByRole('heading', { name: 'Storybook', exact: true })).toBeAttached();
    await expect(frame.locator('.lesson h1')).toBeVisible();
  });
});

/** Plays a scenario on the demo, and sees it pass. */
async function playOnDemo(page: Page, scenario: Locator): Promise<void> {
  await scenario.click();
  await expect(demo(page).getByText('Played', { exact: true })).toBeVisible();
  await expect(scenario).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.lesson [role="alert"]:not(:empty)')).toHaveCount(0);
}

const scenarios = (page: Page) =>
  page.getByRole('region', { name: 'Scenarios' }).getByRole('button');

describe('each page plays its first scenario, shows its code, and fits a narrow screen', () => {
  test.for(CATALOGUE)('$folder', async ({ folder, group, view }, { page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    onTestFinished(() => page.setViewportSize({ width: 1024, height: 640 }));
    await openAlone(page, 'docs', `patterns-${group}-${folder}--docs`);
    await playOnDemo(page, scenarios(page).first());
    // Each says what it shows.
    const sentences = await page.locator('.scenarios p').allInnerTexts();
    expect(sentences.filter((sentence) => sentence.length < 10)).toEqual([]);
    await expect(page.getByRole('tab', { name: view })).toBeVisible();
    await expect(page.getByRole('tabpanel').locator('pre')).toContainText('new WebSocket(');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });
});

/**
 * Each story plays as a test in the project `stories`. That it plays on the demo as well depends on what
 * it needs of the page, and these need all there is: two React roots, and buttons; a clock that is moved
 * beside one that is not; a page that is left, frozen and returned to.
 */
const ALL_KINDS = ['03-server-component', '14-heartbeat', '17-back-forward'];

describe('plays every scenario', () => {
  test.for(docs.filter((id) => ALL_KINDS.some((folder) => id.endsWith(`${folder}--docs`))))(
    '%s',
    async (id, { page }) => {
      await openAlone(page, 'docs', id);
      await expect(scenarios(page)).not.toHaveCount(0);
      for (const scenario of await scenarios(page).all()) await playOnDemo(page, scenario);
    },
  );
});

test('the remote drives the demo, and the strip shows what has travelled', async ({ page }) => {
  await openAlone(page, 'docs', FIRST);
  await expect(pattern(page)).toHaveText('open');
  const server = demo(page).getByRole('group', { name: 'The server' });
  await server.getByRole('textbox').fill('by hand');
  await server.getByRole('button', { name: 'send' }).click();
  await expect(demo(page).getByRole('list', { name: 'Messages' })).toHaveText('by hand');
  await server.getByRole('button', { name: 'drop' }).click();
  await expect(pattern(page)).toHaveText('closed 1006');
  await expect(demo(page).getByRole('list', { name: /^What has travelled/ })).toHaveText(
    'close 1006← by handopennew WebSocket()',
  );

  await demo(page).getByRole('button', { name: 'Restart' }).click();
  await expect(pattern(page)).toHaveText('open');
  await demo(page).getByRole('button', { name: 'Unmount' }).click();
  await expect(pattern(page)).toHaveCount(0);
  await demo(page).getByRole('button', { name: 'Mount' }).click();
  await expect(pattern(page)).toHaveText('open');
});

test.for([320, 1100])('what arrives moves no button, at %i px', async (width, { page }) => {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await openAlone(page, 'docs', FIRST);
  await expect(pattern(page)).toHaveText('open');
  const buttons = demo(page).locator('.remote, .circumstances').getByRole('button');
  const places = () =>
    buttons.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const first = await places();
  expect(first.length).toBeGreaterThan(10);
  const stage = demo(page).locator('.stage');
  const height = async () => (await stage.boundingBox())?.height ?? 0;
  const heightBefore = await height();
  for (let count = 1; count <= 6; count++) {
    await demo(page).getByRole('button', { name: 'send' }).click();
    await expect(stage.getByRole('listitem')).toHaveCount(count);
  }
  // The demo has grown, so that whatever stands below it has moved.
  expect(await height()).toBeGreaterThan(heightBefore);
  expect(await places()).toEqual(first);
  if (before) await page.setViewportSize(before);
});

test('one scenario after another leaves one socket', async ({ page }) => {
  await recordSockets(page);
  await openAlone(page, 'docs', FIRST);
  for (const name of ['Connecting', 'Cable Cut', 'Open', 'Messages', 'Open'])
    await play(page, name);
  await expect(demo(page).getByText('Played', { exact: true })).toBeVisible();
  await expect(pattern(page)).toHaveText('open');
  const states = await page.evaluate(() =>
    [...(Reflect.get(window, 'madeSockets') as Set<WebSocket>)].map(({ readyState }) => readyState),
  );
  expect(states.filter((state) => state !== WebSocket.CLOSED)).toHaveLength(1);
});

test('the pages about the protocol fit a narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const name of ['closecodes', 'handshake', 'frames']) {
    await openAlone(page, 'docs', `protocol-${name}--docs`);
    await expect(page.locator('.docblock-argstable')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, name).toBeLessThanOrEqual(320);
  }
  await openAlone(page, 'story', 'protocol-closecodes--table');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1024, height: 640 });
});

test('follows the theme of the toolbar', async ({ page }) => {
  await openAlone(page, 'docs', FIRST);
  await expect(demo(page)).toBeVisible();
  const background = () =>
    page.evaluate(() =>
      getComputedStyle(document.querySelector('.sbdocs-wrapper') ?? document.body),
    );
  const light = (await background()).backgroundColor;
  await page.evaluate(() =>
    (
      Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__') as {
        emit(name: string, data: object): void;
      }
    ).emit('updateGlobals', { globals: { theme: 'dark' } }),
  );
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await background()).backgroundColor).not.toBe(light);
});

test('a scenario far below the demo brings the demo into view, and the code is copied by a button', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAlone(page, 'docs', 'patterns-sending-22-acknowledged--docs');
  await playOnDemo(page, scenarios(page).last());
  await expect(page.locator('.demo .stage')).toBeInViewport();
  const code = page.locator('.code > .row');
  await code.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(code.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'export function AcknowledgedSocket',
  );
});

test('the command names a file of this site, which has that pattern', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAlone(page, 'docs', 'patterns-staying-connected-10-reconnect--docs');
  const command = page.getByRole('group', { name: 'Add it by a command' });
  await command.getByRole('button', { name: 'Copy' }).click();
  await expect(command.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [, url = ''] = /^npx shadcn@latest add (\S+)$/.exec(copied) ?? [];
  expect(url).toBe(`${inject('storybookUrl')}r/reconnect.json`);
  const item = (await (await fetch(url)).json()) as { name: string; files: { target: string }[] };
  expect(item.name).toBe('reconnect');
  expect(item.files.map(({ target }) => target)).toContain('@hooks/useReconnect.ts');
});
