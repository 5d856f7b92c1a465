/**
 * What virtual time takes, and what it costs who does not use it:
 *
 * - `clock.advance` of an hour with a heartbeat every 30 s, in milliseconds, against the target;
 * - a story in real time that handles a burst of messages, on a page where a story with a clock has been,
 *   against the same on a page where a story without one has been. The two take turns.
 *
 * Run: `node bench/clock.bench.ts`. Exits with 1 when a limit is passed, or when a page that has never had
 * a clock has loaded one, or has not the browser's own functions.
 */
import type { Browser, Page } from 'playwright';
import { launchBrowser } from '../scripts/launch-browser.ts';
import { serveBuiltStorybook } from '../scripts/storybook.ts';

const HOUR_LIMIT_MS = 200;
/** Of the median: a burst takes some milliseconds, and the machine has other work. */
const COST_LIMIT = 1.1;
const HOURS = 5;
const ROUNDS = 15;
const BURSTS = 10;

const HEARTBEAT = 'patterns-staying-connected-14-heartbeat--open';
const MEASURED = 'patterns-basics-01-use-effect--open';
const VISITED = { 'with a clock': 'paused', 'without a clock': 'real' } as const;
const FUNCTIONS = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'Date'];

const missed: string[] = [];
let playCount = 0;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

function report(what: string, value: number, limit: number, unit: string): void {
  if (!(value <= limit)) missed.push(what);
  console.log(`  ${what.padEnd(48)}${value.toFixed(2)}${unit}   (limit ${limit}${unit})`);
}

/** A page of a story by itself, which knows the real time whatever the story does to it. */
async function open(browser: Browser, url: string, id: string, clock: string): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Reflect.set(window, 'realNow', performance.now.bind(performance));
  });
  await page.goto(
    `${url}iframe.html?id=${id}&viewMode=story&globals=clock:${clock};a11y.manual:!true`,
  );
  await page.locator('[role=status]').first().waitFor();
  return page;
}

/**
 * Renders a story again with this play function, which calls `report` with a number. Storybook has no documented
 * way to change one.
 * @param args that it is given besides
 */
async function play(page: Page, storyId: string, code: string, args = '{}'): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  // Each page knows a name once. What polls a page would wait for its clock.
  const name = `report${++playCount}`;
  await page.exposeFunction(name, resolve);
  await page.evaluate(`(async () => {
    window.report = ${name};
    const story = await __STORYBOOK_PREVIEW__.loadStory({ storyId: '${storyId}' });
    Object.assign(story, { playFunction: ${code} });
    const channel = __STORYBOOK_ADDONS_CHANNEL__;
    channel.emit('updateStoryArgs', { storyId: '${storyId}', updatedArgs: ${args} });
    channel.emit('forceRemount', { storyId: '${storyId}' });
  })()`);
  const result = await promise;
  if (typeof result !== 'number') throw new Error(String(result));
  return result;
}

const AN_HOUR = `async ({ canvas, clock, server }) => {
  await clock.advance(1_000);
  await canvas.findByText('open');
  const before = server.received.length;
  const begunAt = realNow();
  await clock.advance(3_600_000);
  const tookMs = realNow() - begunAt;
  const beats = server.received.length - before;
  report(beats === 120 ? tookMs : 'The story has sent ' + beats + ' pings and not 120.');
}`;

const BURST = `async ({ canvas, server }) => {
  await canvas.findByText('open');
  const begunAt = realNow();
  for (let burst = 0; burst < ${BURSTS}; burst++) {
    await server.stall();
    for (let n = 0; n < 200; n++) await server.send('message ' + burst + '.' + n);
    await server.resume();
    await canvas.findByText('message ' + burst + '.199');
  }
  report(realNow() - begunAt);
}`;

/** How long an hour takes, and how much of the processor the page has had with the story's mount. */
async function timeOfHour(browser: Browser, url: string) {
  const page = await open(browser, url, HEARTBEAT, 'paused');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await session.send('Performance.enable');
  const workMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < HOURS; round += 1) {
    const before = await workMs();
    took.push(await play(page, HEARTBEAT, AN_HOUR, '{ intervalMs: 30_000 }'));
    worked.push((await workMs()) - before);
  }
  await page.close();
  return { tookMs: median(took), workedMs: median(worked) };
}

/** How long the bursts take on a page where a story with such a clock has been. */
async function timeOfBursts(browser: Browser, url: string, clock: string): Promise<number> {
  const page = await open(browser, url, HEARTBEAT, clock);
  await page.evaluate(`
    __STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals: { clock: 'real' } });
    __STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId: '${MEASURED}', viewMode: 'story' });
  `);
  await page.getByText(/^open/).first().waitFor();
  const took = await play(page, MEASURED, BURST);
  await page.close();
  return took;
}

/** What a page that has never had a clock has of one. */
async function findTraces(browser: Browser, url: string): Promise<string[]> {
  const page = await open(browser, url, MEASURED, 'real');
  const traces = await page.evaluate((names) => {
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /virtual-clock/.test(name));
    const isFaked = names.filter((name) =>
      Reflect.has(Reflect.get(window, name) as object, 'isFake'),
    );
    return [...loaded, ...isFaked];
  }, FUNCTIONS);
  await page.close();
  return traces;
}

const storybook = await serveBuiltStorybook();
const browser = await launchBrowser();
try {
  console.log('Virtual time:');
  const { tookMs, workedMs } = await timeOfHour(browser, storybook.url);
  report('an hour with a heartbeat every 30 s', tookMs, HOUR_LIMIT_MS, ' ms');
  console.log(`  of the processor, with the mount of the story     ${workedMs.toFixed(2)} ms`);
  const times: Record<keyof typeof VISITED, number[]> = {
    'with a clock': [],
    'without a clock': [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, clock] of Object.entries(VISITED)) {
      times[name as keyof typeof VISITED].push(await timeOfBursts(browser, storybook.url, clock));
    }
  }
  const ratio = median(times['with a clock']) / median(times['without a clock']);
  report('its cost for a story in real time', ratio, COST_LIMIT, ' ×');
  const traces = await findTraces(browser, storybook.url);
  if (traces.length > 0) missed.push(`no trace of it: ${traces.join(', ')}`);
  console.log(`  traces of it where no story has asked            ${traces.length}`);
} finally {
  await browser.close();
  await storybook.close();
}
if (missed.length > 0) {
  console.log(`Missed: ${missed.join('; ')}`);
  process.exitCode = 1;
}
