import fc from 'fast-check';
import type { Subject } from '../scenario.ts';
import { fuzzScript } from './arbitrary.ts';
import { minimizeScript } from './minimize.ts';
import { differences } from './notes.ts';
import { runScript } from './run-script.ts';
import type { Patience } from './settle.ts';
import type { FuzzScript } from './script.ts';
import { showScript } from './show.ts';

/**
 * At a time, on one page. Each handshake that is not answered delays the next by chance, and more the
 * more there are (Chromium's throttle): ten are fast, twenty wait for seconds.
 */
const AT_A_TIME = 8;
/** Behind a step of which all that is expected has come. What comes later still is a difference too. */
const GRACE_MS = 8;
const PATIENCE = { limitMs: 10_000, graceMs: GRACE_MS };
/** Alone on the page, everything is there sooner, and what is not expected is waited for. */
const ALONE = { limitMs: 1_000, graceMs: 40 };

/** So often a script that differs is run again. One that Chromium answers in two ways is equal in one. */
const TIMES = 8;
const TIMES_WHILE_SHRINKING = 2;
/** A smaller script is worth no longer wait. */
const SHRINKING_LIMIT_MS = 120_000;

export interface Find {
  /** `npm run fidelity random 1 <seed>` runs its script again. */
  readonly seed: number;
  /** Shrunk, in lines. */
  readonly script: string;
  readonly differences: readonly string[];
}

export interface Hunted {
  readonly scripts: number;
  readonly finds: readonly Find[];
  /** Seeds whose script differed once and, run again alone, was equal: Chromium answers in two ways. */
  readonly unsteady: readonly number[];
}

export interface HuntOptions {
  readonly onProgress?: (done: number) => void;
  /** Is told of each script that differs, before it is run again. */
  readonly onSuspect?: (seed: number, differences: readonly string[]) => void;
  /** Shrinks no more than these, which takes some seconds for each. @default all */
  readonly mostFinds?: number;
}

/** The smallest script, what differs, and how to see it again. */
export function describeFind({ seed, script, differences: found }: Find): string {
  return [
    `A random script differs. \`npm run fidelity random 1 ${seed}\` runs it again. The smallest that does:`,
    script,
    ...found,
  ].join('\n');
}

/** Runs a script on both: nothing where they are equal. */
async function compare(
  script: FuzzScript,
  seed: number,
  [reality, simulation]: readonly [Subject, Subject],
  patience: Patience,
): Promise<string[]> {
  const name = `random-${seed}`;
  const seen = await runScript(script, simulation, name);
  const real = await runScript(script, reality, name, { ...patience, expected: seen });
  return differences(real, seen);
}

/** The one script of a seed. */
export function scriptOf(seed: number): FuzzScript {
  const [script] = fc.sample(fuzzScript, { seed, numRuns: 1 });
  return script ?? [];
}

/** What differs each time that the script runs alone; nothing where it is equal once. */
async function compareAgain(
  script: FuzzScript,
  seed: number,
  subjects: readonly [Subject, Subject],
  times: number,
): Promise<string[]> {
  let found: string[] = [];
  for (let time = 0; time < times; time++) {
    found = await compare(script, seed, subjects, ALONE);
    if (found.length === 0) return [];
  }
  return found;
}

/** The smallest script that differs, by shrinking; nothing where it is equal at times. */
async function shrink(
  seed: number,
  subjects: readonly [Subject, Subject],
): Promise<Find | undefined> {
  let found = await compareAgain(scriptOf(seed), seed, subjects, TIMES);
  if (found.length === 0) return undefined;
  const end = performance.now() + SHRINKING_LIMIT_MS;
  const fails = async (script: FuzzScript) => {
    if (performance.now() > end) return false;
    const differs = await compareAgain(script, seed, subjects, TIMES_WHILE_SHRINKING);
    if (differs.length > 0) found = differs;
    return differs.length > 0;
  };
  const property = fc.asyncProperty(fuzzScript, async (script) => !(await fails(script)));
  const { counterexample } = await fc.check(property, { seed, numRuns: 1 });
  const script = await minimizeScript(counterexample?.[0] ?? scriptOf(seed), fails);
  return { seed, script: showScript(script), differences: found };
}

/**
 * Runs the scripts of `count` seeds on both kinds of socket, several at a time. Those that differ are
 * run again alone, and shrunk.
 */
export async function hunt(
  count: number,
  firstSeed: number,
  subjects: readonly [reality: Subject, simulation: Subject],
  { onProgress, onSuspect, mostFinds = Infinity }: HuntOptions = {},
): Promise<Hunted> {
  const suspects: number[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < count) {
      const seed = firstSeed + next++;
      const differs = await compare(scriptOf(seed), seed, subjects, PATIENCE);
      if (differs.length > 0) {
        suspects.push(seed);
        onSuspect?.(seed, differs);
      }
      onProgress?.(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const finds: Find[] = [];
  const unsteady: number[] = [];
  for (const seed of suspects) {
    if (finds.length >= mostFinds) break;
    const find = await shrink(seed, subjects);
    if (find) finds.push(find);
    else unsteady.push(seed);
  }
  return { scripts: count, finds, unsteady };
}
