/**
 * Sends 100,000 messages of 100 bytes to a page through the simulated socket, with its ledger and
 * without; as bare tasks; through MSW's own socket, quiet; through mock-socket; and through the
 * browser's own, from a `ws` server on loopback; by turns in the same page, and prints how their
 * speeds compare. Then opens and closes 10,000 simulated sockets, and prints what is left of them.
 *
 * The limit is bare tasks: Chromium runs a task for each frame, and most of a simulated message's
 * time is its task. MSW delivers all messages in one task, and mock-socket without any, which no
 * browser does; their figures are printed, and are no target.
 *
 * Run: `node bench/sockets.bench.ts`. Exits with 1 when a target is missed.
 */
import type { CDPSession, JSHandle } from 'playwright';
import { launchBrowser } from '../scripts/launch-browser.ts';
import { median } from '../scripts/percentile.ts';
import { report } from './report.ts';
import type { ContenderName } from './sockets/contenders.ts';
import { MESSAGE } from './sockets/message.ts';
import type { Bench } from './sockets/page.ts';
import { serveMessages, servePage } from './sockets/serve.ts';

const MESSAGES = 100_000;
const WARM_UP_MESSAGES = 20_000;
const ROUNDS = 5;
/** The real one takes longer than all the others: they have more turns a round. */
const TURNS_A_ROUND = 3;
/** Those whose ratio is near its target. */
const CLOSE_ONES = ['unrecorded', 'simulated', 'tasks', 'msw'] as const;
/** On a slow machine, no new round after that. */
const ROUNDS_LIMIT_MS = 45_000;

const CYCLES = 10_000;
/**
 * Fills what keeps its newest only, and leaves the ledger half way between two of its clearings:
 * next to one, its 10,000 events would count as growth, or as its opposite.
 */
const WARM_UP_CYCLES = 6_000;
/** Chromium's own housekeeping moves as much. One object left of each cycle would be 300 and more. */
const STEADY_HEAP_KIB = 100;

interface Sample {
  /** By the clock. */
  readonly ms: number;
  /** Of the page's main thread: what else runs on the machine hardly counts. */
  readonly cpuMs: number;
}

async function measureSpeeds({ session, bench }: Opened): Promise<void> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const cpuMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const measure = async (name: ContenderName, count: number): Promise<Sample> => {
    await bench.evaluate((page, which) => page.open(which), name);
    const before = await cpuMs();
    const ms = await bench.evaluate((page, messages) => page.stream(messages), count);
    const sample = { ms, cpuMs: (await cpuMs()) - before };
    await bench.evaluate((page) => page.close());
    return sample;
  };

  const samples: Record<ContenderName, Sample[]> = {
    unrecorded: [],
    simulated: [],
    tasks: [],
    msw: [],
    'mock-socket': [],
    real: [],
  };
  const names = Object.keys(samples) as ContenderName[];
  for (const name of names) await measure(name, WARM_UP_MESSAGES);
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0 && performance.now() - start > ROUNDS_LIMIT_MS) break;
    for (let turn = 0; turn < TURNS_A_ROUND; turn++) {
      // There and back, for the machine is never the same for long.
      for (const name of turn % 2 ? CLOSE_ONES.toReversed() : CLOSE_ONES) {
        samples[name].push(await measure(name, MESSAGES));
      }
    }
    for (const name of ['mock-socket', 'real'] as const) {
      samples[name].push(await measure(name, MESSAGES));
    }
  }
  const before = await cpuMs();
  await bench.evaluate((page, count) => page.countBytes(count), MESSAGES);
  reportSpeeds(samples, (await cpuMs()) - before);
}

function reportSpeeds(
  samples: Record<ContenderName, readonly Sample[]>,
  countingCpuMs: number,
): void {
  console.log(`sockets, ${MESSAGES} messages of ${MESSAGE.length} bytes to the page:`);
  for (const [name, all] of Object.entries(samples)) {
    const speeds = all.map(({ ms }) => MESSAGES / ms);
    const [middle, least, most] = [median(speeds), Math.min(...speeds), Math.max(...speeds)].map(
      (speed) => speed.toFixed(0).padStart(5),
    );
    const cpu = `${median(all.map(({ cpuMs }) => cpuMs)).toFixed(0)} ms of the main thread`;
    console.log(`  ${name.padEnd(12)}${middle} k/s, of ${all.length}:${least} to${most}; ${cpu}`);
  }
  const cpu = (name: ContenderName) => median(samples[name].map(({ cpuMs }) => cpuMs));
  const clock = (name: ContenderName) => median(samples[name].map(({ ms }) => ms));
  // These two work on the main thread alone; a real socket also in two other processes.
  const toTasks = cpu('tasks') / cpu('simulated');
  const share = 100 * (1 - (cpu('unrecorded') - countingCpuMs) / cpu('simulated'));
  const toReal = clock('real') / clock('simulated');
  report('simulated to bare tasks', toTasks.toFixed(2), '0.80 or more', toTasks >= 0.8);
  report('simulated to a real server', toReal.toFixed(2), '3.00 or more', toReal >= 3);
  report("the ledger's share", `${share.toFixed(1)}%`, 'under 15%', share < 15);
}

async function measureHeap({ session, bench }: Opened): Promise<void> {
  const heapKiB = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1024;
  };
  const cycle = (count: number) => bench.evaluate((lab, cycles) => lab.cycle(cycles), count);
  await cycle(WARM_UP_CYCLES);
  const before = await heapKiB();
  const start = performance.now();
  await cycle(CYCLES);
  const seconds = (performance.now() - start) / 1000;
  const after = await heapKiB();
  const growth = after - before;
  console.log(`sockets, simulated ones opened and closed ${CYCLES} times:`);
  console.log(`  in ${seconds.toFixed(1)} s, heap ${before.toFixed(0)} to ${after.toFixed(0)} KiB`);
  const target = `under ${STEADY_HEAP_KIB} KiB`;
  report('growth of the heap', `${growth.toFixed(0)} KiB`, target, growth < STEADY_HEAP_KIB);
}

const messages = await serveMessages();
const served = await servePage();
const browser = await launchBrowser('--js-flags=--expose-gc');

interface Opened {
  readonly session: CDPSession;
  readonly bench: JSHandle<Bench>;
}

/** A page of its own, and so a ledger of its own. */
async function openPage(): Promise<Opened> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    console.error(error);
    process.exitCode = 1;
  });
  await page.goto(served.url);
  const bench = await page.evaluateHandle(
    async ([script, url]) => {
      const { startBench } = (await import(script)) as typeof import('./sockets/page.ts');
      return startBench(url);
    },
    ['/bench/sockets/page.ts', messages.url] as const,
  );
  return { session: await page.context().newCDPSession(page), bench };
}

try {
  await measureSpeeds(await openPage());
  await measureHeap(await openPage());
} finally {
  await browser.close();
  await served.close();
  messages.close();
}
