import { realTime } from '../clock.ts';
import { Rig } from './rig.ts';
import type { Scenario, Subject, Trace } from './scenario.ts';

/**
 * The slowest scenario takes under 3 s: it watches Chromium wait 2 s for a TCP connection to end. A
 * machine that is busy with other things may take twice that.
 */
export const SCENARIO_LIMIT_MS = 12_000;

export interface Outcome {
  readonly trace: Trace;
  /** Whether the script came to its end. Where it did not, the last line of the trace says why. */
  readonly isComplete: boolean;
}

/** Runs a scenario on a kind of socket. Never rejects: what goes wrong is part of the trace. */
export async function runScenario(
  { group, name, run }: Scenario,
  subject: Subject,
  limitMs = SCENARIO_LIMIT_MS,
): Promise<Outcome> {
  const server = await subject.open(`${group}-${name}`.replace(/[^a-z0-9]+/gi, '-'));
  const rig = new Rig(subject, server);
  const { promise: timeUp, reject } = Promise.withResolvers<never>();
  const cancelTimer = realTime.after(limitMs, () => {
    reject(new Error(`it did not end within ${limitMs} ms`));
  });
  let isComplete = true;
  try {
    await Promise.race([run(rig), timeUp]);
  } catch (error) {
    isComplete = false;
    rig.note('the scenario stops', error);
  }
  cancelTimer();
  const { trace } = rig;
  rig.dispose();
  return { trace, isComplete };
}
