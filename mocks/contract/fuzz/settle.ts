import { realTime } from '../../clock.ts';
import type { FuzzTrace, Notes } from './notes.ts';

/** Turns of the page's event loop without a line: a simulated step takes fewer from task to task. */
const CALM_TURNS = 12;
/** Behind three reads, one that was slow is done as well. */
const READS_BEHIND = 3;

/** Something else has come than what is expected, or nothing has. What follows tells no more. */
export class Departure extends Error {}

export interface Patience {
  /** How long to wait for what is expected. @default 2_000 */
  readonly limitMs?: number;
  /** How long to wait, behind that, for what is not. @default 0 */
  readonly graceMs?: number;
}

/**
 * Resolves when all has come that is expected of the step, and nothing else.
 * @throws {Departure} when something else comes, or not all within the limit
 */
export async function untilExpected(
  notes: Notes,
  expected: FuzzTrace,
  { limitMs = 2_000, graceMs = 0 }: Patience,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const look = () => {
    if (notes.departsFrom(expected)) reject(new Departure());
    else if (notes.has(expected)) resolve(undefined);
  };
  const cancel = realTime.after(limitMs, () => reject(new Departure()));
  const stop = notes.onLine(look);
  look();
  await promise.finally(() => {
    cancel();
    stop();
  });
  await new Promise<void>((done) => realTime.after(graceMs, done));
  if (notes.departsFrom(expected)) throw new Departure();
}

/** Resolves when a simulated step is over: nothing more is noted, though the page has had many turns. */
export async function untilCalm(notes: Notes, hasSentBlob: boolean): Promise<void> {
  // Whoever reads a Blob later has it later.
  for (let read = 0; hasSentBlob && read < READS_BEHIND; read++) await new Blob(['-']).text();
  let count = -1;
  while (notes.count !== count) {
    count = notes.count;
    for (let turn = 0; turn < CALM_TURNS; turn++) await task();
  }
}

/** A task of the page's own, behind what is ready now. */
async function task(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
