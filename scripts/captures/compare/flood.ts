import { join } from 'node:path';
import { launchBrowser } from '../../launch-browser.ts';
import { serveBuiltPage } from '../../serve-built-page.ts';
import type { Language } from '../../../stories/libraries/languages/language.ts';
import { plain } from '../../../stories/libraries/languages/plain.ts';
import { median } from '../../percentile.ts';
import type { FloodPage } from './flood/page.tsx';
import { serveFlood } from './flood/server.ts';

const FLOOD = 10_000;
const ROUNDS = 5;
const WARM_UP_ROUNDS = 1;

/** A column, and the language of its server. */
export interface FloodedColumn {
  readonly key: string;
  readonly language: () => Language;
}

/** Main-thread time of one flood, in milliseconds: the median of the rounds. */
export interface FloodTime {
  readonly ms: number;
  /** Of a handler that counts texts and does nothing else, in the same rounds. */
  readonly countingMs: number;
}

/** Measures each column with 10,000 messages at once, in a production build against a real server. */
export async function measureFloods(
  columns: readonly FloodedColumn[],
): Promise<Readonly<Record<string, FloodTime>>> {
  const served = await serveBuiltPage(join(import.meta.dirname, 'flood'));
  const browser = await launchBrowser('--js-flags=--expose-gc');
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const flood = await page.evaluateHandle(() => Reflect.get(window, 'flood') as FloodPage);
    const cpuMs = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
    };

    const plainServer = await serveFlood(() => plain(() => true));
    const times: Record<string, FloodTime> = {};
    for (const { key, language } of columns) {
      const server = await serveFlood(language);
      const once = async (which: string | undefined) => {
        const { url, flood: send } = which === undefined ? plainServer : server;
        await flood.evaluate((lab, args) => lab.open(...args), [which, url] as const);
        await session.send('HeapProfiler.collectGarbage');
        const before = await cpuMs();
        send(FLOOD);
        await flood.evaluate((lab, count) => lab.handled(count), FLOOD);
        const ms = (await cpuMs()) - before;
        await flood.evaluate((lab) => lab.close());
        return ms;
      };
      const own: number[] = [];
      const counting: number[] = [];
      for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
        const [ms, countingMs] = [await once(key), await once(undefined)];
        if (round < 0) continue;
        own.push(ms);
        counting.push(countingMs);
      }
      times[key] = { ms: median(own), countingMs: median(counting) };
      server.close();
    }
    plainServer.close();
    return times;
  } finally {
    await browser.close();
    await served.close();
  }
}
