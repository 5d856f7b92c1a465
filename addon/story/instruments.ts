import { circumstances, type Circumstances } from './circumstances.ts';
import { openClock, runClock, type ClockSetting } from './clock/open-clock.ts';
import type { StoryClock } from './clock/story-clock.ts';
import { defaultPageArgs, type PageArgs } from './server-args.ts';

/** What a story has besides its server: a clock, and the circumstances of its page. */
export class Instruments {
  readonly clock: StoryClock;
  readonly page: Circumstances;
  readonly #closeClock: () => void;
  #setting: ClockSetting;
  #pageArgs: PageArgs = defaultPageArgs;

  static async open(setting: ClockSetting): Promise<Instruments> {
    const page = circumstances.open();
    try {
      return new Instruments(page, setting, await openClock(setting, page));
    } catch (error) {
      circumstances.close();
      throw error;
    }
  }

  private constructor(
    page: Circumstances,
    setting: ClockSetting,
    { clock, closeClock }: Awaited<ReturnType<typeof openClock>>,
  ) {
    this.page = page;
    this.clock = clock;
    this.#closeClock = closeClock;
    this.#setting = setting;
    runClock(clock, setting);
  }

  /** Does to the page what its Controls have changed. */
  apply(args: PageArgs): void {
    this.page.apply(this.#pageArgs, args);
    this.#pageArgs = args;
  }

  /** Lets the clock run as the toolbar says, where that has changed: the story may have moved it since. */
  setClock(setting: ClockSetting): void {
    if (setting !== this.#setting) runClock(this.clock, setting);
    this.#setting = setting;
  }

  /** Lets the time of a paused clock pass like real time. */
  letTimePass(): void {
    if (this.clock.speed === 0) this.clock.play();
  }

  /** Gives the page its own time and circumstances back. */
  close(): void {
    circumstances.close();
    this.#closeClock();
  }
}
