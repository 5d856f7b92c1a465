import { ledger, type LedgerEvent } from '../../../mocks/ledger.ts';
import { Subscribable } from '../../../mocks/subscribable.ts';
import { nextFrame } from '../next-frame.ts';
import { BusyTime } from './busy-time.ts';
import type { Figures, StoryCount } from './story-count.ts';

const NOTHING_REPORTED =
  "React's Profiler reports nothing here, so commits cannot be counted: React's production build leaves it out. Build the Storybook with React's development build: `features: { developmentModeForBuild: true }` in `.storybook/main.ts`.";

/** Counts for one story, from before its first mount. */
export class Counter implements StoryCount {
  readonly #busy = new BusyTime(() => this.#changed());
  readonly #changes = new Subscribable();
  readonly #sockets = new Set<number>();
  readonly #storyId: string;
  readonly #unsubscribe: () => void;
  #commits = 0;
  #messages = 0;
  #renders: Readonly<Record<string, number>> = {};
  #isMute = false;
  #isFrameAsked = false;
  #shown: Figures = this.#take();

  constructor(storyId: string) {
    this.#storyId = storyId;
    this.#unsubscribe = ledger.subscribe((event) => this.#hear(event));
  }

  get figures(): Figures {
    if (this.#isMute) throw new Error(NOTHING_REPORTED);
    return this.#take();
  }

  readonly during = async (act: () => Promise<unknown>): Promise<Figures> => {
    await this.#busy.end;
    const before = this.figures;
    await act();
    await this.#busy.end;
    return subtract(this.figures, before);
  };

  /** The figures as they were at the last frame, for the one who shows them. */
  readonly getShown = (): Figures => this.#shown;

  /** Calls back at most once a frame, when there are others to show. Returns the undo. */
  readonly subscribe = (listener: () => void): (() => void) => this.#changes.add(listener);

  /**
   * React has committed something.
   * @param name of the `<Counted>` that it is in; none for the whole story
   */
  committed(name: string | undefined, renderMs: number): void {
    this.#busy.begin(renderMs);
    if (name === undefined) this.#commits += 1;
    else this.#renders = { ...this.#renders, [name]: (this.#renders[name] ?? 0) + 1 };
    this.#changed();
  }

  /** The story is on the page, and React has told the Profiler of that, where it tells it anything. */
  mounted(): void {
    this.#isMute = this.#commits === 0;
  }

  close(): void {
    this.#unsubscribe();
    this.#changes.clear();
  }

  #hear(event: LedgerEvent): void {
    if (event.type === 'created' && event.socket.storyId === this.#storyId) {
      this.#sockets.add(event.socketId);
    }
    if (event.type !== 'message' || event.direction !== 'in') return;
    if (!this.#sockets.has(event.socketId)) return;
    this.#messages += 1;
    this.#busy.begin();
    this.#changed();
  }

  #changed(): void {
    if (this.#isFrameAsked) return;
    this.#isFrameAsked = true;
    nextFrame(() => {
      this.#isFrameAsked = false;
      this.#shown = this.#take();
      this.#changes.notify();
    });
  }

  #take(): Figures {
    return {
      commits: this.#commits,
      renders: this.#renders,
      messages: this.#messages,
      mainThreadMs: this.#busy.ms,
    };
  }
}

function subtract(after: Figures, before: Figures): Figures {
  return {
    commits: after.commits - before.commits,
    renders: Object.fromEntries(
      Object.entries(after.renders).map(([name, count]) => [
        name,
        count - (before.renders[name] ?? 0),
      ]),
    ),
    messages: after.messages - before.messages,
    mainThreadMs: after.mainThreadMs - before.mainThreadMs,
  };
}
