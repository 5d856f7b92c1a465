/** What happens in virtual time is what happens in real time, in the same order, task by task. */
import { describe, expect, test } from 'vitest';
import { Circumstances } from '../circumstances.ts';
import { installVirtualTime } from './page-clock.ts';
import { Rig, type Script } from './testing/rig.ts';
import { networkScripts } from './testing/network-scripts.ts';
import { reactScripts } from './testing/react-scripts.tsx';
import { tabScripts } from './testing/tab-scripts.ts';
import { timerScripts } from './testing/timer-scripts.ts';
import { VirtualTime } from './virtual-time.ts';

/** No script lasts longer. */
const LONGEST_MS = 5_000;
/** A busy machine makes timers late, and so brings two together or another order now and then. */
const REAL_RUNS = 5;

async function runInRealTime(script: Script): Promise<string[]> {
  const rig = new Rig();
  await script(rig);
  rig.dispose();
  return rig.trace;
}

async function runInVirtualTime(script: Script): Promise<string[]> {
  const time = new VirtualTime();
  const uninstall = installVirtualTime(time, new Circumstances());
  const rig = new Rig();
  let isOver = false;
  const over = script(rig).finally(() => {
    isOver = true;
  });
  try {
    await time.advance(LONGEST_MS);
    expect(isOver, `over by ${LONGEST_MS} ms: ${rig.trace.join('; ')}`).toBe(true);
    await over;
    return rig.trace;
  } finally {
    rig.dispose();
    uninstall();
  }
}

describe.for([
  ['timers', timerScripts],
  ['the network', networkScripts],
  ['React', reactScripts],
  ['other tabs', tabScripts],
] as const)('%s', ([, scripts]) => {
  test.for(Object.entries(scripts))('%s', async ([, script]) => {
    const virtual = await runInVirtualTime(script);
    expect(virtual).not.toEqual([]);
    let real: string[] = [];
    for (let run = 1; run <= REAL_RUNS && real.join() !== virtual.join(); run++) {
      real = await runInRealTime(script);
    }
    expect(virtual).toEqual(real);
  });
});
