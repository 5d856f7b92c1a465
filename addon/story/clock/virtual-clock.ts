import type { PageState } from './background.ts';
import { installVirtualTime } from './page-clock.ts';
import { play } from './play.ts';
import type { StoryClock } from './story-clock.ts';
import { LONGEST_MS, VirtualTime } from './virtual-time.ts';

/** The clock of a page on which a story has asked for one. */
export class VirtualClock implements StoryClock {
  readonly isVirtual = true;
  readonly #time = new VirtualTime();
  readonly #uninstall: () => void;
  /** One thing at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #speed = 0;
  #stop: () => void = () => undefined;

  constructor(page: PageState) {
    this.#uninstall = installVirtualTime(this.#time, page);
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

  dispose(): void {
    this.pause();
    this.#uninstall();
  }

  async #inTurn(act: () => Promise<unknown>): Promise<void> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    await done;
  }
}
