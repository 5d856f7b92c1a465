/**
 * What virtual time takes, and what it costs a story that does not use it:
 *
 * - `clock.advance` of an hour with a heartbeat every 30 s, in milliseconds, against the target; and the
 *   same hour as pattern 14 shows it, without one: React's development build renders each ping and each
 *   answer, and Storybook looks through the page after each;
 * - a story in real time that handles a burst of messages, on a page where a story with a clock has been,
 *   against the same on a page where a story without one has been. The two take turns.
 *
 * Run: `node bench/clock.bench.ts`. Exits with 1 when a limit is passed, or when a page that has never had
 * a clock has loaded one, or has not the browser's own functions.
 */
import type { Browser, Page } from 'playwright';
import { launchBrowser } from '../scripts/launch-browser.ts';
import { serveBuiltStorybook } from '../scripts/storybook.ts';
import { median } from '../scripts/percentile.ts';
import { report } from './report.ts';

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

let playCount = 0;

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

/** A ping every 30 seconds, answered, with a deadline for each answer. */
const AN_HOUR = `async ({ clock, server }) => {
  const socket = new WebSocket(server.url);
  await clock.advance(1_000);
  const connection = server.open.at(-1);
  connection.onMessage(() => void connection.send('pong'));
  let pongs = 0;
  let deadline;
  socket.addEventListener('message', () => {
    pongs += 1;
    clearTimeout(deadline);
  });
  const timer = setInterval(() => {
    socket.send('ping');
    deadline = setTimeout(() => socket.close(), 5_000);
  }, 30_000);
  const begunAt = realNow();
  await clock.advance(3_600_000);
  const tookMs = realNow() - begunAt;
  clearInterval(timer);
  socket.close();
  report(pongs === 120 ? tookMs : 'The page has heard ' + pongs + ' pongs and not 120.');
}`;

/** The same as a pattern does it and shows it. */
const AN_HOUR_ON_SCREEN = `async ({ canvas, clock, server }) => {
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

/** How long an hour takes, in the median. */
async function timeOfHour(browser: Browser, url: string, id: string, code: string, args?: string) {
  const page = await open(browser, url, id, 'paused');
  const took: number[] = [];
  for (let round = 0; round < HOURS; round += 1) took.push(await play(page, id, code, args));
  await page.close();
  return median(took);
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
  const { url } = storybook;
  const anHour = await timeOfHour(browser, url, MEASURED, AN_HOUR);
  report(
    'an hour with a heartbeat every 30 s',
    `${anHour.toFixed(1)} ms`,
    `${HOUR_LIMIT_MS} ms or less`,
    anHour <= HOUR_LIMIT_MS,
  );
  const args = '{ intervalMs: 30_000 }';
  const onScreen = await timeOfHour(browser, url, HEARTBEAT, AN_HOUR_ON_SCREEN, args);
  console.log(`  the same shown by pattern 14: ${onScreen.toFixed(1)} ms`);
  const times: Record<keyof typeof VISITED, number[]> = {
    'with a clock': [],
    'without a clock': [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, clock] of Object.entries(VISITED)) {
      times[name as keyof typeof VISITED].push(await timeOfBursts(browser, url, clock));
    }
  }
  const ratio = median(times['with a clock']) / median(times['without a clock']);
  report(
    'its cost for a story in real time',
    ratio.toFixed(2),
    `${COST_LIMIT} or less`,
    ratio <= COST_LIMIT,
  );
  const traces = await findTraces(browser, url);
  report(
    'traces of it where no story has asked',
    traces.join(', ') || 'none',
    'none',
    traces.length === 0,
  );
} finally {
  await browser.close();
  await storybook.close();
}
