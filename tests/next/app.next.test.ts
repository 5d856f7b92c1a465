/** The patterns in Next.js: built and started, with a real browser before it and a real server behind. */
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { serveNext, type NextServer } from '../../scripts/next.ts';
import { expect, test as base } from '../lab/lab.ts';
import capture from '../../stories/patterns/basics/server-component/capture.json' with { type: 'json' };
import { APP, buildApp, captureRender, HOW_TO_RENEW } from '../../scripts/captures/next/capture.ts';
import { CATALOGUE, findPattern } from '../../src/catalogue.ts';
import { eventText, serveEvents } from './serve-events.ts';
import { Backend, FIRST, GREETING, isOpen } from '../../scripts/captures/next/backend.ts';

const PATTERNS = CATALOGUE.filter(({ notInNext }) => notInNext === undefined).map(
  ({ folder }) => folder,
);

const test = base
  .extend('backend', { scope: 'file' }, async ({}, { onCleanup }) => {
    const backend = await Backend.listen();
    onCleanup(() => backend.close());
    return backend;
  })
  .extend('server', { scope: 'file' }, async ({ backend }, { onCleanup }) => {
    const server = await serveNext('start', APP, {
      env: { BACKEND_URL: backend.url },
      nodeArgs: ['--import', import.meta.resolve('./forbid-web-socket.ts')],
    });
    onCleanup(() => server.close());
    return server;
  })
  .extend('dev', { scope: 'file' }, async ({ backend }, { onCleanup }) => {
    const dev = await serveNext('dev', APP, { env: { BACKEND_URL: backend.url } });
    onCleanup(() => dev.close());
    return dev;
  });

test.beforeAll(({ backend }) => buildApp(backend));

/** Leaves for another page of the app as a reader does: the document stays, the pattern goes. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All pages' }).click();
  await expect(page.getByRole('heading', { name: 'The patterns in Next.js' })).toBeVisible();
}

/** What a reader sees of a page before its JavaScript has come: the scripts have the data as well. */
function withoutScripts(html: string): string {
  return html.replace(/<script.*?<\/script>/gs, '');
}

test('a socket made while rendering is the server’s, and no one closes it', async ({
  page,
  backend,
}) => {
  expect(await captureRender(page, backend), HOW_TO_RENEW).toEqual(capture.render);
});

describe('fixed', () => {
  /** Resolves to the sockets that the backend saw, once the page has been left. */
  async function visitFixed(page: Page, server: NextServer, backend: Backend) {
    const before = backend.at('/fixed').length;
    const seen = () => backend.at('/fixed').slice(before);
    const response = await fetch(`${server.url}fixed`);
    expect(response.status, server.output()).toBe(200);
    const html = withoutScripts(await response.text());
    expect(html).toContain(FIRST);
    expect(html).not.toContain(GREETING);
    expect(seen()).toEqual([]);

    const made: string[] = [];
    page.on('websocket', (socket) => made.push(socket.url()));
    await page.goto(`${server.url}fixed`);
    await expect(page.getByText(FIRST)).toBeVisible();
    await expect(page.getByText(GREETING)).toBeVisible();
    await expect.poll(() => seen().filter(isOpen)).toEqual([{ openedBy: 'browser' }]);
    await leave(page);
    await expect.poll(() => seen().filter(isOpen)).toEqual([]);
    return { seen: seen(), made: made.filter((url) => url.endsWith('/fixed')) };
  }

  test('first data in the HTML, then one socket, closed on leaving', async ({
    page,
    server,
    backend,
  }) => {
    const { seen, made } = await visitFixed(page, server, backend);
    expect(made).toHaveLength(1);
    expect(seen).toEqual([{ openedBy: 'browser', closeCode: 1005 }]);
  });

  test('the same in next dev, where StrictMode mounts it twice', async ({ page, dev, backend }) => {
    const { seen, made } = await visitFixed(page, dev, backend);
    expect(made).toHaveLength(2);
    expect(seen.map(({ openedBy }) => openedBy)).not.toContain('server');
  });
});

describe('40 with first data from the server', () => {
  const path = '/first-data';
  const shown = (page: Page) => page.getByText(/^event \d+$/).allTextContents();

  /** Resolves when what happened between the render and the socket is on the page, once. */
  async function visitFeed(page: Page, server: NextServer, backend: Backend): Promise<void> {
    const before = backend.at(path).length;
    const seen = () => backend.at(path).slice(before);
    const sendNext = serveEvents(backend, path);
    sendNext();
    sendNext();
    // The page has its HTML, and no JavaScript yet: no socket can be open.
    const hasHtml = Promise.withResolvers<undefined>();
    await page.route(/\.js(\?|$)/, async (route) => {
      await hasHtml.promise;
      await route.continue();
    });
    await page.goto(new URL(path, server.url).href, { waitUntil: 'commit' });
    await expect.poll(() => shown(page)).toEqual(['event 2', 'event 1']);
    sendNext();
    expect(seen()).toEqual([]);
    hasHtml.resolve(undefined);
    await expect.poll(() => shown(page)).toEqual(['event 3', 'event 2', 'event 1']);
    sendNext();
    await expect.poll(() => shown(page)).toHaveLength(4);
    expect(seen().filter(isOpen)).toHaveLength(1);
    await page.unrouteAll();
    await leave(page);
    await expect.poll(() => seen().filter(isOpen)).toEqual([]);
  }

  test('nothing is lost between the render and the socket', ({ page, server, backend }) =>
    visitFeed(page, server, backend));

  test('the same in next dev, hydrated without a warning', ({ page, dev, backend }) =>
    visitFeed(page, dev, backend));
});

/** A follower leads in less than that. */
const TAKE_OVER_LIMIT_MS = 1_000;

test('42 in two tabs: the leader’s is closed, and one connection is back in a second, nothing lost or doubled', async ({
  page,
  server,
  backend,
}) => {
  const first = await page.context().newPage();
  const path = '/patterns/42-tabs';
  const { href } = new URL(path, server.url);
  const before = backend.at(path).length;
  const seen = () => backend.at(path).slice(before);
  const sendNext = serveEvents(backend, path);
  await first.goto(href);
  await expect(first.getByText('This tab has the socket.')).toBeVisible();
  const second = await page.context().newPage();
  await second.goto(href);
  await expect(second.getByText('open', { exact: true })).toBeVisible();
  await expect(second.getByText('Another tab has the socket, or none yet.')).toBeVisible();
  expect(seen()).toHaveLength(1);

  const shown = () => second.getByText(/^event \d+$/).allTextContents();
  const newestFirst = (count: number) =>
    Array.from({ length: count }, (_, n) => eventText(count - n));
  for (let n = 0; n < 10; n += 1) sendNext();
  await expect.poll(shown).toEqual(newestFirst(10));
  for (let n = 0; n < 10; n += 1) sendNext();
  await first.close();
  for (let n = 0; n < 10; n += 1) sendNext();
  await expect.poll(() => seen().filter(isOpen), { timeout: TAKE_OVER_LIMIT_MS }).toHaveLength(1);
  await expect(second.getByText('This tab has the socket.')).toBeVisible();
  expect(seen()).toHaveLength(2);
  await expect.poll(shown).toEqual(newestFirst(30));
  await second.close();
  await expect.poll(() => seen().filter(isOpen)).toEqual([]);
});

describe('every other pattern', () => {
  const pathOf = (folder: string) => `/patterns/${folder}`;

  /** Resolves when the pattern is hydrated, has connected, and shows what it was sent. */
  async function visitPattern(page: Page, server: NextServer, folder: string): Promise<void> {
    const response = await page.goto(new URL(pathOf(folder), server.url).href);
    expect(response?.status(), `${folder} on the server:\n${server.output()}`).toBe(200);
    const connect = page.getByRole('button', { name: 'Connect', exact: true });
    if ((await connect.count()) > 0) {
      // Until it is hydrated, a click does nothing.
      await expect(async () => {
        if (await connect.isEnabled()) await connect.click({ timeout: 1_000 });
        await expect(connect).toBeDisabled({ timeout: 1_000 });
      }).toPass();
    }
    // A product shows what its own protocol says. This backend does not answer, so it waits.
    const isProduct = findPattern(folder).group === 'products';
    const shown = isProduct ? page.getByText('catching-up') : page.getByText(GREETING);
    await expect(shown).toBeVisible();
  }

  test.for(PATTERNS)('%s', async (folder, { page, server, backend }) => {
    const before = backend.at(pathOf(folder)).length;
    const seen = () => backend.at(pathOf(folder)).slice(before);
    await visitPattern(page, server, folder);
    expect(seen()).toEqual([{ openedBy: 'browser' }]);
    await leave(page);
    await expect.poll(seen).toEqual([{ openedBy: 'browser', closeCode: 1005 }]);
  });

  // A built React overlooks attributes that differ; in development it warns, and the page complains.
  test.for(PATTERNS)('%s is hydrated without a warning', async (folder, { page, dev }) => {
    await visitPattern(page, dev, folder);
  });
});
