/**
 * Captures what a page hears in a real Chromium when the network goes, its tab is hidden, frozen, left
 * and returned to.
 *
 * Run: `BROWSER_PATH=$(command -v chromium) npm run capture:page`. It needs a whole Chromium: the headless
 * shell has no tabs and no back/forward cache. It writes `addon/story/testing/page-events.json`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type CDPSession } from 'playwright';
import { hearPage } from '../../addon/story/testing/hear-page.ts';
import { launchOptions } from '../browser.ts';
import { ROOT } from '../child-process.ts';

/** Ample for a browser to have told a page what there is to tell. */
const SETTLE_MS = 1_000;
const FILE = join(ROOT, 'addon/story/testing/page-events.json');

type Send = (method: string, params?: object) => Promise<unknown>;

/** A tab without Playwright's own help, which keeps each page visible and focused. */
async function openTab(root: CDPSession, url: string) {
  const { targetId } = await root.send('Target.createTarget', { url });
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  let count = 0;
  const send: Send = (method, params = {}) => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const id = ++count;
    const message = JSON.stringify({ id, method, params });
    root.on('Target.receivedMessageFromTarget', function hear(received) {
      const answer = JSON.parse(received.message) as { id?: number; result?: unknown };
      if (received.sessionId !== sessionId || answer.id !== id) return;
      root.off('Target.receivedMessageFromTarget', hear);
      resolve(answer.result);
    });
    void root.send('Target.sendMessageToTarget', { sessionId, message });
    return promise;
  };
  return { send, activate: () => root.send('Target.activateTarget', { targetId }) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

const html = `<!doctype html><title>A page</title><script>var lines = []; (${String(hearPage)})(lines)</script>`;
const server = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html').end(html);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await chromium.launch({
  ...(await launchOptions()),
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
});
try {
  const root = await browser.newBrowserCDPSession();
  const page = await openTab(root, url);
  const run = async (expression: string) => {
    const params = { expression, returnByValue: true };
    return (await page.send('Runtime.evaluate', params)) as { result?: { value?: string[] } };
  };
  const setOffline = async (offline: boolean) => {
    await page.send('Network.enable');
    const conditions = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await page.send('Network.emulateNetworkConditions', { offline, ...conditions });
  };
  const setLifecycle = (state: string) => page.send('Page.setWebLifecycleState', { state });
  const acts: Record<string, () => Promise<unknown>> = {
    offline: () => setOffline(true),
    online: () => setOffline(false),
    hide: async () => (await openTab(root, url)).activate(),
    freeze: () => setLifecycle('frozen'),
    resume: () => setLifecycle('active'),
    show: page.activate,
    'leave and come back': async () => {
      await run(`location.href = '${url}elsewhere'`);
      await settle();
      await run('history.back()');
    },
  };
  await settle();
  await run('lines.splice(0)');
  const steps: Record<string, readonly string[]> = {};
  for (const [name, act] of Object.entries(acts)) {
    await act();
    await settle();
    const heard = (await run('lines.splice(0)')).result?.value ?? [];
    if (heard.length === 0)
      throw new Error(`The page heard nothing of: ${name}. Is it a whole Chromium?`);
    steps[name] = heard;
  }
  writeFileSync(FILE, `${JSON.stringify({ browser: browser.version(), steps }, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}
