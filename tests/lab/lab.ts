/** The lab as its users have it: Storybook in a browser, worked by mouse and keyboard. */
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright';
import { expect as playwrightExpect } from 'playwright/test';
import { inject, test as base } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../scripts/launch-browser.ts';
import { serveStorybookDev } from '../../scripts/storybook.ts';

/** The browser says so itself, of a socket that fails; no page can keep it from that. */
const FAILED_SOCKET = /^WebSocket connection to '.+' failed/;

/**
 * Storybook's manager gives its development server a second for the state of its own panels, and
 * throws when that one is still busy with other things. No story depends on it.
 */
const BUSY_SERVER = /^SB_MANAGER_UNIVERSAL-STORE_0001/;

/**
 * For a slow machine that is busy with other tests: a page then takes many seconds to load. Shorter
 * than a test may take, so that a failure says what it waited for.
 */
const WAIT_LIMIT_MS = 60_000;

/**
 * The accessibility check runs at every change of a Control, and takes longer than the change. The
 * story tests have it for each story, so here it is off.
 */
const NO_CHECK = 'a11y.manual:!true';

export const expect = playwrightExpect.configure({ timeout: WAIT_LIMIT_MS });

async function openTab(context: BrowserContext) {
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  const complaints: string[] = [];
  page.on('pageerror', ({ message, stack }) => {
    const words = stack ?? message;
    if (!BUSY_SERVER.test(words)) complaints.push(`Uncaught ${words}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !FAILED_SOCKET.test(message.text())) {
      const { url } = message.location();
      complaints.push(`console.error: ${message.text().slice(0, 500)} (${url})`);
    }
  });
  return { page, complaints };
}

/** `storybook dev` with a cache folder for it alone: a development server beside it is not disturbed. */
export async function startDev() {
  const cacheDir = await mkdtemp(join(tmpdir(), 'storybook-cache-'));
  const dev = await serveStorybookDev({ cacheDir });
  return {
    url: dev.url,
    async close() {
      await dev.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}

/**
 * Each test fails on any error that its page reports. All files share one browser, whose cache is
 * warm after the first page; the tests of a file share one tab.
 */
export const test = base
  .extend('context', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser.newContext({
      colorScheme: 'light',
      // The processor draws each frame, so that fewer pixels and no animations leave it to the tests.
      viewport: { width: 1024, height: 640 },
      reducedMotion: 'reduce',
    });
  })
  // The development server is started for the first test that asks for it.
  .extend('findUrl', { scope: 'worker' }, async ({}, { onCleanup }) => {
    let dev: ReturnType<typeof startDev> | undefined;
    onCleanup(async () => (await dev)?.close());
    return async (kind: 'built' | 'dev') => {
      if (kind === 'built') return inject('storybookUrl');
      dev ??= startDev();
      return (await dev).url;
    };
  })
  .extend('tab', { scope: 'file' }, async ({ context }, { onCleanup }) => {
    const tab = await openTab(context);
    onCleanup(() => tab.page.close());
    return tab;
  })
  .extend('page', async ({ tab: { page, complaints } }, { onCleanup }) => {
    onCleanup(() => expect(complaints.splice(0)).toEqual([]));
    return page;
  });

/** Where the story or page stands. */
export function preview(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="storybook-preview-iframe"]');
}

export interface Opening {
  /** The Storybook, with a slash at its end. @default the built one */
  readonly url?: string;
  /** Whether to have the sidebar, which is drawn again at each change of a Control. @default false */
  readonly sidebar?: boolean;
  /** As Storybook writes them into its address. */
  readonly globals?: string;
  readonly args?: string;
}

/** Opens a story in the whole lab, and waits until it is on the page. */
export async function openStory(
  page: Page,
  id: string,
  { url = inject('storybookUrl'), sidebar = false, globals = '', args = '' }: Opening = {},
): Promise<void> {
  const said = `globals=${NO_CHECK};${globals}${args && `&args=${args}`}`;
  await page.goto(`${url}?path=/story/${id}&nav=${String(sidebar)}&${said}`);
  const story = preview(page).locator('#storybook-root > *').first();
  await expect(story).toBeVisible();
}

interface StorybookWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__: { once(event: string, listener: () => void): void };
}

/** Opens a story or a Docs page by itself, without the lab around it. */
export async function openAlone(
  page: Page,
  viewMode: 'story' | 'docs',
  id: string,
  { url = inject('storybookUrl'), globals = '', args = '' }: Omit<Opening, 'sidebar'> = {},
): Promise<void> {
  const query = new URLSearchParams({
    viewMode,
    id,
    globals: `${NO_CHECK};${globals}`,
    ...(args && { args }),
  });
  await page.goto(`${url}iframe.html?${query.toString()}`);
}

/** The row of a Control: in the panel, or on a Docs page. */
export function control(place: Page | FrameLocator, name: string): Locator {
  return place.getByRole('row').filter({ has: place.getByRole('cell', { name, exact: true }) });
}

/**
 * Changes a Control, and waits until Storybook tells all Controls what they say now. It tells them once
 * the story is rendered, which takes a while with a live server. What it was still telling of the change
 * before may come after this one, and then the Control shows the old choice for as long: a click on that
 * one changes nothing.
 */
async function change(control: Locator, act: (control: Locator) => Promise<void>): Promise<void> {
  // Wherever the Control stands, the page's own window hears of it.
  const updated = await control.page().evaluateHandle(() => ({
    promise: new Promise<void>((resolve) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as StorybookWindow;
      channel.once('storyArgsUpdated', () => resolve());
    }),
  }));
  await act(control);
  await updated.evaluate(({ promise }) => promise);
}

/** Chooses an option of a Control with radio buttons, by its label as a user does. */
export async function choose(place: Page | FrameLocator, name: string, option: string) {
  const label = control(place, name).getByRole('group').getByText(option, { exact: true });
  await change(label, (one) => one.click());
}

/** Turns a Control with a switch on or off. */
export async function flip(page: Page, name: string): Promise<void> {
  await change(control(page, name).locator('label'), (one) => one.click());
}

/** Writes into a Control with a text field. */
export async function write(page: Page, name: string, text: string): Promise<void> {
  await change(control(page, name).getByRole('textbox'), (one) => one.fill(text));
}

/** Moves a Control with a slider to its end, or back to its start. */
export async function slide(page: Page, name: string, key: 'Home' | 'End'): Promise<void> {
  await change(control(page, name).getByRole('slider'), (one) => one.press(key));
}

/**
 * Records every socket that a page makes, whichever class its `WebSocket` is at the moment. Call it
 * before the page is opened.
 */
export async function recordSockets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made = new Set<WebSocket>();
    let current = recorded(window.WebSocket);
    function recorded(original: typeof WebSocket): typeof WebSocket {
      return new Proxy(original, {
        construct(target, args: ConstructorParameters<typeof WebSocket>) {
          const socket = new target(...args);
          made.add(socket);
          return socket;
        },
      });
    }
    Object.defineProperty(window, 'WebSocket', {
      get: () => current,
      set: (replacement: typeof WebSocket) => {
        current = recorded(replacement);
      },
    });
    Object.defineProperty(window, 'madeSockets', { value: made });
  });
}

/** The `readyState` of each socket whose URL ends with this part of a path, such as a story’s id, oldest first. */
export async function readyStates(place: Page | FrameLocator, end: string): Promise<number[]> {
  const made = await place.locator('body').evaluate(() =>
    [...(Reflect.get(window, 'madeSockets') as Set<WebSocket>)].map(({ url, readyState }) => ({
      url,
      readyState,
    })),
  );
  return made.filter(({ url }) => url.endsWith(`/${end}`)).map(({ readyState }) => readyState);
}
