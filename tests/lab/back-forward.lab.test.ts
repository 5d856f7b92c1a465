/** Pattern 17 in a real browser, with a real server: the Back button brings back the page as it was. */
import react from '@vitejs/plugin-react';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright';
import { build, type Rolldown } from 'vite';
import { describe, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { findWholeBrowser, launchOptions } from '../../scripts/browser.ts';
import { ROOT } from '../../scripts/child-process.ts';
import { expect } from './lab.ts';

const ENTRY = 'virtual:page';
const PAGE = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { BackForward } from '/src/patterns/17-back-forward/BackForward.tsx';
  window.shown = [];
  addEventListener('pageshow', ({ persisted }) => window.shown.push(persisted));
  createRoot(document.getElementById('root')).render(
    createElement(BackForward, { url: location.href.replace('http', 'ws') }),
  );
`;

/** The pattern on a page of its own, as a script: it knows nothing of the lab. */
async function bundle(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      react(),
      {
        name: 'page',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : undefined),
        load: (id) => (id === `\0${ENTRY}` ? PAGE : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: ENTRY } },
  });
  return (built as Rolldown.RolldownOutput).output[0].code;
}

/** A page with the pattern, and what its server hears: `open`, and `close` with its code. */
async function serve() {
  const script = await bundle();
  const heard: string[] = [];
  const http: Server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? script
        : '<!doctype html><title>A page</title><link rel="icon" href="data:," /><div id="root"></div><script type="module" src="/page.js"></script>',
    );
  });
  new WebSocketServer({ server: http }).on('connection', (socket) => {
    heard.push('open');
    socket.on('close', (code) => heard.push(`close ${code}`));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`, heard };
}

/** A page that has been left for another one, and returned to by the Back button. */
async function leaveAndReturn(browser: Browser, url: string, heard: readonly string[]) {
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(url);
  await expect(page.getByRole('status')).toHaveText('open');
  await page.goto('about:blank');
  await expect.poll(() => heard.at(-1)).toMatch(/^close/);
  // Playwright waits for a `load` that a page which was kept does not have.
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('status')).toHaveText('open');
  return page;
}

const shown = (page: Page) => page.evaluate(() => Reflect.get(window, 'shown') as boolean[]);
const options = await launchOptions();
const whole = await findWholeBrowser();

describe('the Back button', () => {
  // The headless shell keeps no page, so the browser of the other tests cannot show this.
  test.skipIf(whole === undefined)('a page that was kept makes one socket, at once', async () => {
    const { url, heard } = await serve();
    const browser = await chromium.launch({
      ...options,
      ...(whole !== undefined && { executablePath: whole }),
      // Playwright turns the cache off.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await leaveAndReturn(browser, url, heard);
    expect(await shown(page)).toEqual([false, true]);
    expect(heard).toEqual(['open', 'close 1005', 'open']);
  });

  test('a page that was not kept is loaded again, and makes one socket', async () => {
    const { url, heard } = await serve();
    const page = await leaveAndReturn(await chromium.launch(options), url, heard);
    expect(await shown(page)).toEqual([false]);
    expect(heard).toEqual(['open', 'close 1005', 'open']);
  });
});
