import { circumstances, type Circumstances } from './circumstances.ts';
import { openCount, type OpenCount } from './count/open-count.ts';
import type { CountSetting, StoryCount } from './count/story-count.ts';
import { openClock, runClock, type ClockSetting } from './clock/open-clock.ts';
import type { StoryClock } from './clock/story-clock.ts';
import { defaultPageArgs, type PageArgs } from './server-args.ts';

/** How the instruments of a story are set. */
export interface InstrumentSettings {
  /** How time passes. @default 'real' */
  readonly clock?: ClockSetting;
  /** Whether commits, messages and the time of the main thread are counted. @default 'off' */
  readonly count?: CountSetting;
  /** Whose sockets are counted. */
  readonly storyId: string;
}

/** What a story has besides its server: a clock, the circumstances of its page, and what it counts. */
export class Instruments {
  readonly clock: StoryClock;
  readonly page: Circumstances;
  readonly counting: OpenCount;
  readonly #closeClock: () => void;
  #setting: ClockSetting;
  #pageArgs: PageArgs = defaultPageArgs;

  static async open(settings: InstrumentSettings): Promise<Instruments> {
    const page = circumstances.open();
    try {
      return new Instruments(page, settings, await openClock(settings.clock ?? 'real', page));
    } catch (error) {
      circumstances.close();
      throw error;
    }
  }

  private constructor(
    page: Circumstances,
    { clock: setting = 'real', count = 'off', storyId }: InstrumentSettings,
    { clock, closeClock }: Awaited<ReturnType<typeof openClock>>,
  ) {
    this.page = page;
    this.counting = openCount(count, storyId);
    this.clock = clock;
    this.#closeClock = closeClock;
    this.#setting = setting;
    runClock(clock, setting);
  }

  get count(): StoryCount {
    return this.counting.count;
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
    this.counting.counter?.close();
    circumstances.close();
    this.#closeClock();
  }
}
