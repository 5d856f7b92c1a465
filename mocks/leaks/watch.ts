/**
 * Watches what the code on a page sets up and does not undo: timers, animation frames, listeners on
 * `window` and `document`; and what it complains about: console errors and uncaught errors.
 */

export interface Leftover {
  /** What it is, in a few words: `setTimeout of 5000 ms`. */
  readonly what: string;
  /** Where it was set up. */
  readonly stack: string;
}

export interface Watch {
  /** What is set up at this moment and not undone. */
  readonly leftovers: readonly Leftover[];
  /** Console errors and uncaught errors so far, in words. */
  readonly complaints: readonly string[];
  /** Stops watching and gives the page its own functions back. */
  stop(): void;
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

function describe(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return String(value);
}

type Undo = () => void;

/** Replaces `owner[name]` until the returned undo is called. */
function replace<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  make: (original: Owner[Name]) => Owner[Name],
): Undo {
  const original = owner[name];
  owner[name] = make(original);
  return () => {
    owner[name] = original;
  };
}

class Register {
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

/** `setTimeout` and `requestAnimationFrame`: undone by being cleared, or by having run. */
function watchOnce(
  register: Register,
  start: 'setTimeout' | 'requestAnimationFrame',
  stop: 'clearTimeout' | 'cancelAnimationFrame',
): Undo[] {
  type Start = (callback: (...args: unknown[]) => void, ...rest: unknown[]) => number;
  const page = window as unknown as Record<typeof start, Start> &
    Record<typeof stop, (id?: number) => void>;
  return [
    replace(page, start, (original) => (callback, ...rest) => {
      if (typeof callback !== 'function') return original.call(window, callback, ...rest);
      const key = (id: number) => `${start} ${id}`;
      const id = original.call(
        window,
        (...args) => {
          register.remove(key(id));
          callback(...args);
        },
        ...rest,
      );
      const delay = start === 'setTimeout' ? ` of ${Number(rest[0] ?? 0)} ms` : '';
      register.add(key(id), start + delay);
      return id;
    }),
    replace(page, stop, (original) => (id) => {
      register.remove(`${start} ${id ?? 0}`);
      original.call(window, id);
    }),
  ];
}

function watchIntervals(register: Register): Undo[] {
  type SetInterval = (callback: unknown, ms?: number, ...rest: unknown[]) => number;
  const page = window as unknown as {
    setInterval: SetInterval;
    clearInterval: (id?: number) => void;
  };
  return [
    replace(page, 'setInterval', (original) => (callback, ms, ...rest) => {
      const id = original.call(window, callback, ms, ...rest);
      register.add(`setInterval ${id}`, `setInterval of ${ms ?? 0} ms`);
      return id;
    }),
    replace(page, 'clearInterval', (original) => (id) => {
      register.remove(`setInterval ${id ?? 0}`);
      original.call(window, id);
    }),
  ];
}

type ListenerOptions = Parameters<EventTarget['addEventListener']>[2];

function isCapture(options: ListenerOptions): boolean {
  return (typeof options === 'object' ? options.capture : options) ?? false;
}

/** One listener, as the DOM tells it from others: by target, type, callback and capture. */
class ListenerKeys {
  readonly #keys = new WeakMap<object, Map<string, object>>();

  of(target: object, type: string, callback: object, options: ListenerOptions): object {
    const name = `${target === window ? 'window' : 'document'} ${type} ${isCapture(options)}`;
    const keys = this.#keys.get(callback) ?? new Map<string, object>();
    this.#keys.set(callback, keys);
    const key = keys.get(name) ?? {};
    keys.set(name, key);
    return key;
  }
}

function watchListeners(register: Register): Undo[] {
  const keys = new ListenerKeys();
  return [window, document].flatMap((target) => {
    const owner = target as EventTarget;
    const ownName = target === window ? 'window' : 'document';
    return [
      replace(owner, 'addEventListener', (original) => (type, callback, options) => {
        original.call(owner, type, callback, options);
        if (!callback) return;
        const signal = typeof options === 'object' ? options.signal : undefined;
        if (signal?.aborted) return;
        const key = keys.of(owner, type, callback, options);
        register.add(key, `${type} listener on ${ownName}`);
        signal?.addEventListener('abort', () => register.remove(key));
      }),
      replace(owner, 'removeEventListener', (original) => (type, callback, options) => {
        original.call(owner, type, callback, options);
        if (callback) register.remove(keys.of(owner, type, callback, options));
      }),
    ];
  });
}

function watchComplaints(complaints: string[]): Undo[] {
  const onError = (event: ErrorEvent) => {
    complaints.push(`Uncaught ${describe(event.error ?? event.message)}`);
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    complaints.push(`Unhandled rejection: ${describe(event.reason)}`);
  };
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return [
    replace(console, 'error', (original) => (...args: unknown[]) => {
      complaints.push(`console.error: ${args.map(describe).join(' ')}`);
      original.apply(console, args);
    }),
    () => window.removeEventListener('error', onError),
    () => window.removeEventListener('unhandledrejection', onRejection),
  ];
}

/**
 * Starts watching this page.
 * @param isWatched whether what was set up with this stack counts: tools on the same page set up
 * timers and listeners of their own
 */
export function watchPage(isWatched: (stack: string) => boolean): Watch {
  const register = new Register(isWatched);
  const complaints: string[] = [];
  const undos = [
    ...watchComplaints(complaints),
    ...watchOnce(register, 'setTimeout', 'clearTimeout'),
    ...watchOnce(register, 'requestAnimationFrame', 'cancelAnimationFrame'),
    ...watchIntervals(register),
    ...watchListeners(register),
  ];
  return {
    get leftovers() {
      return [...register.held.values()];
    },
    complaints,
    stop() {
      for (const undo of undos.reverse()) undo();
    },
  };
}
