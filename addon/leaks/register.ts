export interface Leftover {
  /** What it is, in a few words: `setTimeout of 5000 ms`. */
  readonly what: string;
  /** Where it was set up. */
  readonly stack: string;
}

/** Deep enough to reach past React to the effect that called. */
const STACK_DEPTH = 50;

function takeStack(): string {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = STACK_DEPTH;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = depth;
  return stack;
}

/** What has been set up and not undone, of all that counts. */
export class Register {
  readonly held = new Map<unknown, Leftover>();
  readonly #isWatched: (stack: string) => boolean;

  constructor(isWatched: (stack: string) => boolean) {
    this.#isWatched = isWatched;
  }

  add(key: unknown, what: string): void {
    const stack = takeStack();
    if (this.#isWatched(stack)) this.held.set(key, { what, stack });
  }

  remove(key: unknown): void {
    this.held.delete(key);
  }
}
