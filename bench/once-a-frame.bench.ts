/**
 * What the pattern *Once a frame* and the *Live table* cost, in a production build against a real server:
 * the main thread's time for a flood of 10,000 messages, compared with a handler that only counts; the frames while 5,000
 * messages a second come, compared with those while none do; and the heap after a million messages. All
 * are ratios within one run.
 *
 * Run: `node bench/once-a-frame.bench.ts`. Exits with 1 when a target is missed.
 */
import { join } from 'node:path';
import { launchBrowser } from '../scripts/launch-browser.ts';
import { serveBuiltPage } from '../scripts/serve-built-page.ts';
import type { FrameBench, Subject } from './once-a-frame/page.tsx';
import { serveFlood } from './once-a-frame/serve.ts';
import { median, percentile } from '../scripts/percentile.ts';
import { report } from './report.ts';

type Demo = Exclude<Subject, 'bare'>;

/** Each with its path at the server. */
const DEMOS: readonly (readonly [Demo, string])[] = [
  ['once a frame', ''],
  ['live table', 'table'],
];

const FLOOD = 10_000;
const ROUNDS = 15;
const WARM_UP_ROUNDS = 3;
const COST_TARGET = 1.25;

const PER_SECOND = 5_000;
const FRAMES = 300;
/** Within one frame of idle: one that is missed makes two of one. */
const FRAMES_TARGET = 2;

const MILLION = 1_000_000;
/** One byte a message: a list without a bound would keep dozens of them. */
const HEAP_TARGET_BYTES = 1;

const server = await serveFlood();
const served = await serveBuiltPage(join(import.meta.dirname, 'once-a-frame'));
const browser = await launchBrowser('--js-flags=--expose-gc');
try {
  const page = await browser.newPage();
  await page.goto(served.url);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const bench = await page.evaluateHandle(() => Reflect.get(window, 'bench') as FrameBench);

  const open = (subject: Subject, path: string) =>
    bench.evaluate((lab, [which, url]) => lab.open(which, url), [
      subject,
      server.url + path,
    ] as const);
  const close = () => bench.evaluate((lab) => lab.close());
  const handled = (count: number) => bench.evaluate((lab, wanted) => lab.handled(wanted), count);
  const frames = (count: number) => bench.evaluate((lab, wanted) => lab.frames(wanted), count);
  const cpuMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const heapBytes = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };

  async function timeOfFlood(subject: Subject, path: string): Promise<number> {
    await open(subject, path);
    await session.send('HeapProfiler.collectGarbage');
    const before = await cpuMs();
    server.flood(FLOOD);
    await handled(FLOOD);
    const ms = (await cpuMs()) - before;
    await close();
    return ms;
  }

  async function measureFlood(demo: Demo, path: string): Promise<void> {
    const times = { bare: [] as number[], demo: [] as number[] };
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      // There and back, for the machine is never the same for long.
      const order = ['bare', 'demo'] as const;
      for (const turn of round % 2 ? order : order.toReversed()) {
        const ms = await timeOfFlood(turn === 'bare' ? 'bare' : demo, path);
        if (round >= 0) times[turn].push(ms);
      }
    }
    const [bare, own] = [median(times.bare), median(times.demo)];
    console.log(`${demo}, ${FLOOD} messages in one piece, ${ROUNDS} rounds:`);
    console.log(`  main thread: ${bare.toFixed(1)} ms bare, ${own.toFixed(1)} ms with it`);
    const cost = own / bare;
    const target = `${COST_TARGET} or less`;
    report('main thread, to a handler that counts', cost.toFixed(2), target, cost <= COST_TARGET);
  }

  async function measureFrames(demo: Demo, path: string): Promise<void> {
    await open(demo, path);
    await frames(60);
    const idle = await frames(FRAMES);
    const stop = server.stream(PER_SECOND);
    await frames(60);
    const busy = await frames(FRAMES);
    stop();
    await close();
    const [idleMs, busyMs] = [percentile(idle, 0.95), percentile(busy, 0.95)];
    console.log(`${demo}, ${PER_SECOND} messages a second, ${FRAMES} frames:`);
    console.log(`  p95 between frames: ${idleMs.toFixed(1)} ms idle, ${busyMs.toFixed(1)} ms busy`);
    const slower = busyMs / idleMs;
    const target = `${FRAMES_TARGET} or less`;
    report('p95 between frames, to idle', slower.toFixed(2), target, slower <= FRAMES_TARGET);
  }

  async function measureHeap(demo: Demo, path: string): Promise<void> {
    await open(demo, path);
    let sent = 0;
    const floodTo = async (count: number) => {
      for (; sent < count; sent += FLOOD) {
        server.flood(FLOOD);
        await handled(sent + FLOOD);
      }
    };
    await floodTo(10 * FLOOD);
    const before = await heapBytes();
    await floodTo(MILLION + 10 * FLOOD);
    const growth = (await heapBytes()) - before;
    await close();
    const kib = (bytes: number) => (bytes / 1024).toFixed(0);
    console.log(`${demo}, ${MILLION} messages:`);
    console.log(`  heap: ${kib(before)} KiB, and ${kib(growth)} KiB more after them`);
    const each = growth / MILLION;
    const target = `under ${HEAP_TARGET_BYTES}`;
    report(
      'growth of the heap, bytes a message',
      each.toFixed(2),
      target,
      each < HEAP_TARGET_BYTES,
    );
  }

  for (const [demo, path] of DEMOS) {
    await measureFlood(demo, path);
    await measureFrames(demo, path);
    await measureHeap(demo, path);
  }
} finally {
  await browser.close();
  await served.close();
  server.close();
}
