import { createClock } from '@sinonjs/fake-timers';
import { realTime, type Time } from '../../../mocks/clock.ts';
import { runInOneTask } from './one-task.ts';
import { Quiet } from './quiet.ts';

/** Timers at one moment, each set by the one before, until that is taken for an endless loop. */
const ROUNDS_AT_A_MOMENT = 1_000;
/** A timer cannot be set further ahead: https://html.spec.whatwg.org/#dom-settimeout */
export const LONGEST_MS = 2 ** 31 - 1;

interface Job {
  readonly run: () => void;
  /** How many timers have led to this one, each set by the one before. */
  readonly nesting: number;
  isCancelled: boolean;
}

/**
 * A time that moves only when it is told to. Timers that are due at one moment run in one task, in the
 * order of their setting, with a microtask checkpoint after each; then the page's own tasks run until
 * none is left; then comes the next moment. A browser does the same.
 */
export class VirtualTime implements Time {
  readonly #fake = createClock(Date.now());
  readonly #epoch = this.#fake.now;
  readonly #startedAt = realTime.now();
  readonly #quiet = new Quiet();
  #due: Job[] = [];
  #isDisposed = false;
  #nesting = 0;

  /** Milliseconds since it began. */
  get elapsedMs(): number {
    return this.#fake.now - this.#epoch;
  }

  /** The nesting of the timer that runs now; 0 where none does. */
  get nesting(): number {
    return this.#nesting;
  }

  /** The class whose instances say this time. */
  get Date(): DateConstructor {
    return this.#fake.Date;
  }

  now(): number {
    return this.#startedAt + this.elapsedMs;
  }

  after(ms: number, run: () => void, nesting = 0): () => void {
    const job: Job = { run, nesting, isCancelled: false };
    // Never early: what comes back then would look whether it is due, and set a timer of no length.
    const id = this.#fake.setTimeout(() => this.#due.push(job), Math.ceil(ms));
    return () => {
      job.isCancelled = true;
      this.#fake.clearTimeout(id);
    };
  }

  /** Calls back at the next frame, of which there are 62.5 a second. */
  atNextFrame(run: () => void): () => void {
    const job: Job = { run, nesting: 0, isCancelled: false };
    const id = this.#fake.requestAnimationFrame(() => this.#due.push(job));
    return () => {
      job.isCancelled = true;
      this.#fake.cancelAnimationFrame(id);
    };
  }

  /** Lets what is under way finish, without time passing. */
  settle(): Promise<void> {
    return this.#quiet.settle();
  }

  /** Moves on by `ms`, and runs what is due on the way. */
  async advance(ms: number): Promise<void> {
    await this.settle();
    const target = this.#fake.now + Math.floor(ms);
    // So that no step goes further.
    this.#fake.setTimeout(() => undefined, ms);
    let rounds = 0;
    while (!this.#isDisposed) {
      const before = this.#fake.now;
      if (before < target) this.#fake.next();
      this.#fake.tick(0);
      if (this.#fake.now === target && this.#due.length === 0) return;
      rounds = this.#fake.now === before ? rounds + 1 : 0;
      if (rounds > ROUNDS_AT_A_MOMENT) throw new Error(describeLoop(this.elapsedMs));
      await this.#runDue();
    }
  }

  /** Moves on to the next timer, and runs all that are due then. Returns whether there was one. */
  async runToNext(): Promise<boolean> {
    await this.settle();
    if (this.#fake.countTimers() === 0) return false;
    this.#fake.next();
    this.#fake.tick(0);
    await this.#runDue();
    return true;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#fake.reset();
    this.#quiet.dispose();
  }

  async #runDue(): Promise<void> {
    const jobs = this.#due.splice(0).map((job) => () => {
      this.#nesting = job.nesting;
      if (!job.isCancelled) job.run();
    });
    const end = () => {
      this.#nesting = 0;
    };
    runInOneTask([...jobs, end]);
    await this.settle();
  }
}

function describeLoop(elapsedMs: number): string {
  return `The clock stands still at ${elapsedMs} ms: over ${ROUNDS_AT_A_MOMENT} timers have run there, each set by the one before with no delay. Give the loop a delay, or a way to end.`;
}
