import type { Background } from './background.ts';
import { isCalledByTool } from './callers.ts';
import type { VirtualTime } from './virtual-time.ts';
import { override } from '../override.ts';

/** A timer that five others have led to comes no sooner: https://html.spec.whatwg.org/#timer-initialisation-steps */
const SHORTEST_NESTED_MS = 4;
const NESTING_LIMIT = 5;
/** Far from the browser's own ids, so that one tells whose a timer is. */
const FIRST_ID = 2 ** 30;

type Callback = (...args: unknown[]) => void;

/** The functions by which a page sets timers, on virtual time. What a tool on the page sets stays real. */
export class PageTimers {
  readonly #time: VirtualTime;
  readonly #background: Background;
  readonly #undos = new Map<number, () => void>();
  #nextId = FIRST_ID;

  constructor(time: VirtualTime, background: Background) {
    this.#time = time;
    this.#background = background;
  }

  /** Returns the undo. */
  install(): () => void {
    const restore = [
      this.#replaceStart('setTimeout', (callback, ms, ...args) =>
        this.#set(() => callback(...args), toDelay(ms), false),
      ),
      this.#replaceStart('setInterval', (callback, ms, ...args) =>
        this.#set(() => callback(...args), toDelay(ms), true),
      ),
      this.#replaceStart('requestAnimationFrame', (callback) =>
        this.#add((id) =>
          this.#background.atNextFrame(() => {
            this.#undos.delete(id);
            callback(this.#time.now());
          }),
        ),
      ),
      this.#replaceStart('requestIdleCallback', (callback) =>
        this.#set(() => callback({ didTimeout: false, timeRemaining: () => IDLE_MS }), 1, false),
      ),
      ...(
        ['clearTimeout', 'clearInterval', 'cancelAnimationFrame', 'cancelIdleCallback'] as const
      ).map((name) => this.#replaceStop(name)),
    ];
    return () => {
      for (const undo of restore) undo();
    };
  }

  #replaceStart(
    name: 'setTimeout' | 'setInterval' | 'requestAnimationFrame' | 'requestIdleCallback',
    start: (callback: Callback, ...rest: unknown[]) => number,
  ): () => void {
    const native = window[name].bind(window) as (...args: unknown[]) => number;
    const onVirtualTime = (...args: [Callback, ...unknown[]]) => {
      const between = window[name] === (onVirtualTime as unknown) ? 0 : 1;
      const isReal = typeof args[0] !== 'function' || isCalledByTool(between);
      return isReal ? native(...args) : start(...args);
    };
    return override(window, name, onVirtualTime);
  }

  #replaceStop(
    name: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame' | 'cancelIdleCallback',
  ): () => void {
    const native = window[name].bind(window);
    return override(window, name, (id?: number) => {
      if (id === undefined || id < FIRST_ID) {
        native(id as number);
        return;
      }
      this.#undos.get(id)?.();
      this.#undos.delete(id);
    });
  }

  #set(run: () => void, delayMs: number, isRepeated: boolean): number {
    return this.#add((id) => this.#arm(id, run, delayMs, isRepeated, this.#time.nesting + 1));
  }

  #arm(
    id: number,
    run: () => void,
    delayMs: number,
    isRepeated: boolean,
    nesting: number,
  ): () => void {
    const ms = nesting > NESTING_LIMIT ? Math.max(delayMs, SHORTEST_NESTED_MS) : delayMs;
    return this.#background.after(
      ms,
      () => {
        if (isRepeated) this.#undos.set(id, this.#arm(id, run, delayMs, true, nesting + 1));
        else this.#undos.delete(id);
        run();
      },
      nesting,
    );
  }

  #add(start: (id: number) => () => void): number {
    const id = this.#nextId++;
    this.#undos.set(id, start(id));
    return id;
  }
}

/** What a browser says is left of an idle period at most: https://w3c.github.io/requestidlecallback/ */
const IDLE_MS = 50;

/** A `long` in Web IDL; a negative one counts as none. */
function toDelay(ms: unknown): number {
  return Math.max(0, Number(ms) | 0);
}
