import type { Held } from './held.ts';
import { isOwn } from './own-code.ts';
import { isOfTool } from './tools.ts';

/** How something that was set up is told to the register. */
interface SetUp {
  readonly what: string;
  /** Undoes it. */
  readonly end: () => void;
  /** Whether it would outlive a story that is on the page, or has left it. @default always */
  readonly isLasting?: (isOnPage: boolean) => boolean;
  /** Whether it counts only where the project's code did it by itself: libraries keep one for good. */
  readonly isOnlyDirect?: boolean;
}

export interface Entry extends Held, SetUp {
  /** Whether the project's code did it by itself, and not through a library. */
  readonly isDirect: boolean;
}

/** Who is told what the project's code sets up, what of it is undone, and what it complains about. */
export interface Observer {
  added(key: unknown, entry: Entry): void;
  removed(key: unknown): void;
  /** A timer, a frame or the like has run. */
  ran(key: unknown): void;
  complained(words: string): void;
}

/** Deep enough to reach past React to the effect that called. */
const STACK_DEPTH = 50;
/** A stack begins with `Error`, `takeStack` and `add`. */
const HEAD = 3;

function takeStack(): string {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = STACK_DEPTH;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = depth;
  return stack;
}

/** Where the stand-ins for the page's functions say what was set up and undone. */
export class Register {
  readonly observers = new Set<Observer>();

  /**
   * @param key the same when it is undone
   * @param depth how many calls are between the project's code and this one
   */
  add(key: unknown, setUp: SetUp, depth = 1): void {
    const stack = takeStack();
    const caller = stack.split('\n')[depth + HEAD] ?? '';
    // A play function lets Storybook and Testing Library act: what they keep is not the story's.
    if (!isOwn(stack) || isOfTool(caller)) return;
    const isDirect = isOwn(caller);
    if (setUp.isOnlyDirect && !isDirect) return;
    for (const observer of this.observers) observer.added(key, { ...setUp, stack, isDirect });
  }

  remove(key: unknown): void {
    for (const observer of this.observers) observer.removed(key);
  }

  ran(key: unknown): void {
    for (const observer of this.observers) observer.ran(key);
  }

  complain(words: string): void {
    for (const observer of this.observers) observer.complained(words);
  }
}
