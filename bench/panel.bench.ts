/**
 * What the WebSocket panel costs the story that it looks at: a pattern receives 5,000 messages a
 * second for 20 s with the panel closed and for 20 s with it open, by turns in the same page. Prints
 * the story's own frame times; then what the panel's memory has grown by since it was full.
 *
 * Run: `node bench/panel.bench.ts`. Exits with 1 when a target is missed.
 */
import type { Frame, Page } from 'playwright';
import { launchBrowser } from '../scripts/launch-browser.ts';
import { serveBuiltStorybook } from '../scripts/storybook.ts';

const STORY = 'patterns-01-use-effect--open';
const BEHAVIOUR = 'streams(5_000)';
const SECONDS = 20;
/** In so many turns each. */
const TURNS = 2;
const WARM_UP_SECONDS = 3;
/** Of the story's p95 frame time with the panel open to that with the panel closed. */
const RATIO_LIMIT = 1.1;
/** Rows are dropped by the thousand, so the list is never twice of the same length. */
const GROWTH_LIMIT_MIB = 5;
const CONTROLS = /^Controls/;
const WEB_SOCKET = /^WebSocket/;

/** Lets the story's far end stream to each connection, and the pattern connect anew. */
async function startStream(page: Page): Promise<void> {
  await page.getByRole('tab', { name: WEB_SOCKET }).click();
  await page.getByRole('tab', { name: 'Drive', exact: true }).click();
  await page.getByRole('combobox', { name: /^Behaviour/ }).selectOption(BEHAVIOUR);
  await page.getByRole('tab', { name: 'Timeline', exact: true }).click();
  await page.getByRole('tab', { name: CONTROLS }).click();
  const mounted = page
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: 'mounted', exact: true }) })
    .locator('label');
  await mounted.click();
  await page
    .frameLocator('#storybook-preview-iframe')
    .getByRole('status')
    .waitFor({ state: 'detached' });
  await mounted.click();
}

/** The milliseconds between the frames of a document, for some seconds. */
function frameTimes(frame: Frame, seconds: number): Promise<number[]> {
  return frame.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const end = performance.now() + ms;
        requestAnimationFrame(function next(before) {
          requestAnimationFrame((at) => {
            times.push(at - before);
            if (at < end) next(at);
            else resolve(times);
          });
        });
      }),
    seconds * 1_000,
  );
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
}

async function heapMiB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

/** Frame times with one of Storybook's panels open, while the stream goes on. */
async function measure(page: Page, frame: Frame, panel: RegExp, times: number[]): Promise<void> {
  await page.getByRole('tab', { name: panel }).click();
  await frameTimes(frame, WARM_UP_SECONDS);
  times.push(...(await frameTimes(frame, SECONDS / TURNS)));
}

const storybook = await serveBuiltStorybook();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${storybook.url}?path=/story/${STORY}`);
  await startStream(page);
  const frame = page.frame({ url: /iframe\.html/ });
  if (!frame) throw new Error('The story has no frame.');
  await frame.getByRole('listitem').first().waitFor();

  console.log(`panel, a story whose far end ${BEHAVIOUR} for ${SECONDS} s:`);
  const closed: number[] = [];
  const open: number[] = [];
  // There and back, for the machine is never the same for long.
  await measure(page, frame, CONTROLS, closed);
  await measure(page, frame, WEB_SOCKET, open);
  await measure(page, frame, WEB_SOCKET, open);
  await measure(page, frame, CONTROLS, closed);
  for (const [name, times] of Object.entries({ closed, open })) {
    const fps = (times.length / SECONDS).toFixed(1);
    console.log(`  ${name.padEnd(7)} ${p95(times).toFixed(1)} ms at p95, ${fps} frames a second`);
  }
  const ratio = p95(open) / p95(closed);
  console.log(`  open to closed ${ratio.toFixed(2)} (limit ${RATIO_LIMIT.toFixed(2)})`);
  // Full by now: 100,000 rows.
  await page.getByRole('tab', { name: WEB_SOCKET }).click();
  await frameTimes(frame, SECONDS);
  const before = await heapMiB(page);
  await frameTimes(frame, SECONDS);
  const after = await heapMiB(page);
  const growth = after - before;
  console.log(
    `  memory once full: ${before.toFixed(1)} MiB, ${SECONDS} s later ${after.toFixed(1)} MiB (limit +${GROWTH_LIMIT_MIB})`,
  );
  console.log(`  ${await page.locator('.count').innerText()}`);
  if (!(ratio <= RATIO_LIMIT) || growth > GROWTH_LIMIT_MIB) process.exitCode = 1;
} finally {
  await browser.close();
  await storybook.close();
}
