/**
 * Watches what the project's code sets up on the page and does not undo, and what it complains about:
 * console errors and uncaught errors.
 */
import { Subscribable } from '../../mocks/subscribable.ts';
import { Complaints } from './complaints.ts';
import { ownFiles, type Held } from './held.ts';
import { watchHandlers, watchMediaQueries } from './handlers.ts';
import { watchListeners } from './listeners.ts';
import { watchLocks } from './locks.ts';
import { Register, type Entry, type Observer } from './register.ts';
import type { Undo } from './replace.ts';
import { watchClosable, watchMessageChannels } from './resources.ts';
import { watchTimers } from './timers.ts';

const register = new Register();
const watches = new Set<Watch>();
let undos: Undo[] = [];
let complaints: Complaints | undefined;

function watchPage(): void {
  complaints = new Complaints(register);
  undos = [
    watchTimers,
    watchListeners,
    watchHandlers,
    watchMediaQueries,
    watchClosable,
    watchMessageChannels,
    watchLocks,
  ].flatMap((watch) => watch(register));
}

/** Reports an error that no story on the page is to blame for. */
export function reportForeign(error: Error): void {
  if (complaints) complaints.reportForeign(error);
  else reportError(error);
}

/** What one story holds, from its beginning. Several on a Docs page hold what came while they were there. */
export class Watch implements Observer {
  /** Console errors and uncaught errors so far, as text. */
  readonly complaints: string[] = [];
  readonly #entries = new Map<unknown, Entry>();
  readonly #changes = new Subscribable();
  /** What was there when the story began to leave. */
  #heldOnPage: ReadonlySet<unknown> = new Set();
  #onLate: ((held: Held) => void) | undefined;
  /** Files whose code has run for the story. */
  readonly #files = new Set<string>();

  constructor() {
    if (watches.size === 0) watchPage();
    watches.add(this);
    register.observers.add(this);
  }

  /** What is set up at this moment, not undone, and would outlive the story. */
  held(isOnPage: boolean): Held[] {
    return [...this.#entries.values()].filter(
      ({ isLasting }) => isLasting === undefined || isLasting(isOnPage),
    );
  }

  /** Calls back when something has been set up or undone. Returns the undo. */
  subscribe(listener: () => void): () => void {
    return this.#changes.add(listener);
  }

  /** The pattern is about to leave the page. */
  leave(): void {
    this.#heldOnPage = new Set(this.#entries.keys());
  }

  /** Code of the story has run: with this stack, it has made a socket or set something up. */
  sawStack(stack: string): void {
    for (const file of ownFiles(stack)) this.#files.add(file);
  }

  /**
   * Ends all that is held, and from now on at once what comes from the story's files: between two stories,
   * files of the next are loaded.
   * @param onLate is told what comes
   */
  end(onLate: (held: Held) => void): void {
    this.#onLate = onLate;
    this.#endAll();
  }

  /** Stops watching, and gives the page its own functions back where this was the last watch. */
  stop(): void {
    this.#endAll();
    register.observers.delete(this);
    watches.delete(this);
    if (watches.size > 0) return;
    complaints?.stop();
    complaints = undefined;
    for (const undo of undos.reverse()) undo();
    undos = [];
  }

  added(key: unknown, entry: Entry): void {
    if (!this.#onLate) {
      this.sawStack(entry.stack);
      this.#entries.set(key, entry);
      this.#changes.notify();
    } else if (this.#files.has(ownFiles(entry.stack).at(-1) ?? '')) {
      entry.end();
      this.#onLate(entry);
    }
  }

  removed(key: unknown): void {
    if (this.#entries.delete(key)) this.#changes.notify();
  }

  ran(key: unknown): void {
    // What a library sets up may run out by itself. The project's own code must not run any more.
    const entry = this.#entries.get(key);
    const isLeft = this.#heldOnPage.has(key) && entry?.isDirect;
    this.removed(key);
    // By a key that no one has: it is too late to clear it, as a callback does that clears its own timer.
    if (isLeft) this.#entries.set(entry, entry);
  }

  complained(words: string): void {
    this.complaints.push(words);
  }

  #endAll(): void {
    // On a Docs page, the last of the stories that were there ends it.
    const open = [...watches].filter((other) => other !== this);
    for (const [key, { end }] of [...this.#entries]) {
      this.#entries.delete(key);
      const isShared = open.some((other) => other.#entries.has(key));
      if (!isShared) end();
    }
  }
}
