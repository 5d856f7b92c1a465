import type { VirtualTime } from './virtual-time.ts';

/** Where a page stands, as far as its timers are concerned. */
export interface PageState {
  readonly isHidden: boolean;
  readonly isFrozen: boolean;
  /** Whether a browser would slow its timers down while it is hidden. */
  readonly isThrottled: boolean;
  onChange(listener: () => void): () => void;
}

/** In a hidden page Chromium looks for timers that are due once a second, */
const ALIGNED_MS = 1_000;
/** and once a minute, when the page has been hidden for five, for one that four others have led to. */
const INTENSIVELY_ALIGNED_MS = 60_000;
const GRACE_MS = 5 * 60_000;
const CHAIN_LIMIT = 5;

/**
 * The time of a page that may be hidden or asleep: it holds timers back as Chromium does.
 * https://developer.chrome.com/blog/timer-throttling-in-chrome-88
 */
export class Background {
  readonly #time: VirtualTime;
  readonly #page: PageState;
  readonly #waiting = new Set<() => void>();
  readonly #stop: () => void;
  #hiddenAt: number | undefined;

  constructor(time: VirtualTime, page: PageState) {
    this.#time = time;
    this.#page = page;
    this.#stop = page.onChange(() => {
      this.#hiddenAt = page.isHidden ? (this.#hiddenAt ?? time.elapsedMs) : undefined;
      for (const lookAgain of [...this.#waiting]) lookAgain();
    });
  }

  /**
   * Calls back after `ms` milliseconds, or when the page may run timers then.
   * @param nesting how many timers have led to this one, with itself
   */
  after(ms: number, run: () => void, nesting: number): () => void {
    const findWaitMs = () => this.#findWaitMs(ms, nesting);
    let cancel = this.#time.after(
      ms,
      () => {
        cancel = this.#when(findWaitMs, run, nesting);
      },
      nesting,
    );
    return () => cancel();
  }

  /** Calls back at the next frame; a page that is not seen has none. */
  atNextFrame(run: () => void): () => void {
    const findWaitMs = () => (this.#page.isHidden ? Infinity : 0);
    let cancel = this.#time.atNextFrame(() => {
      cancel = this.#when(findWaitMs, run, 0);
    });
    return () => cancel();
  }

  dispose(): void {
    this.#stop();
  }

  #findWaitMs(ms: number, nesting: number): number {
    if (this.#page.isFrozen) return Infinity;
    if (this.#hiddenAt === undefined || !this.#page.isThrottled || ms === 0) return 0;
    const now = this.#time.elapsedMs;
    const isIntensive = now - this.#hiddenAt >= GRACE_MS && nesting >= CHAIN_LIMIT;
    const alignedMs = isIntensive ? INTENSIVELY_ALIGNED_MS : ALIGNED_MS;
    return (alignedMs - (now % alignedMs)) % alignedMs;
  }

  /** Runs what is due: now, or when it need not wait any more, which is asked again at each change. */
  #when(findWaitMs: () => number, run: () => void, nesting: number): () => void {
    let cancel: () => void = () => undefined;
    const end = () => {
      cancel();
      this.#waiting.delete(look);
    };
    const look = () => {
      cancel();
      const ms = findWaitMs();
      if (ms < Infinity) cancel = this.#time.after(ms, runLate, nesting);
    };
    const runLate = () => {
      end();
      run();
    };
    if (findWaitMs() === 0) run();
    else {
      this.#waiting.add(look);
      look();
    }
    return end;
  }
}
