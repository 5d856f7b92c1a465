import type { OpenClock } from './open-clock.ts';
import { installVirtualTime } from './page-clock.ts';
import { play } from './play.ts';
import { LONGEST_MS, VirtualTime } from './virtual-time.ts';

/**
 * The clock of a story that has asked for one. A page has one, whatever it shows: two stories on it share
 * the functions by which timers are set.
 */
export class VirtualClock implements OpenClock {
  static #ofPage: VirtualClock | undefined;

  readonly isVirtual = true;
  readonly #time = new VirtualTime();
  readonly #uninstall = installVirtualTime(this.#time);
  /** One thing at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #speed = 0;
  #stop: () => void = () => undefined;
  #holders = 0;

  /** The page's clock, for one more story. */
  static open(): VirtualClock {
    const clock = (VirtualClock.#ofPage ??= new VirtualClock());
    clock.#holders += 1;
    return clock;
  }

  get now(): number {
    return this.#time.elapsedMs;
  }

  get speed(): number {
    return this.#speed;
  }

  readonly advance = async (ms: number): Promise<void> => {
    if (!(ms >= 0 && ms <= LONGEST_MS)) {
      throw new RangeError(
        `clock.advance takes milliseconds from 0 to ${LONGEST_MS}, and ${ms} is not. Time only moves on.`,
      );
    }
    await this.#inTurn(() => this.#time.advance(ms));
  };

  readonly runToNext = async (): Promise<void> => {
    await this.#inTurn(() => this.#time.runToNext());
  };

  readonly pause = (): void => {
    this.#stop();
    this.#speed = 0;
  };

  readonly play = (speed = 1): void => {
    if (!(speed > 0 && speed < Infinity)) {
      throw new RangeError(
        `clock.play takes how many times as fast as real time, a number above 0, and ${speed} is not. \`clock.pause()\` stops time.`,
      );
    }
    this.pause();
    this.#speed = speed;
    this.#stop = play(speed, this.advance);
  };

  /** The last story that leaves takes it along. */
  dispose(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    VirtualClock.#ofPage = undefined;
    this.pause();
    this.#uninstall();
  }

  async #inTurn(act: () => Promise<unknown>): Promise<void> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    await done;
  }
}
