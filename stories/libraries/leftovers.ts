import { isOwn } from '../../addon/leaks/own-code.ts';
import { override } from '../../addon/story/override.ts';

/** Where the adapters are: what Storybook listens to is not theirs. */
const OWN_CODE = ['stories'];

/** Counts the page's timers that run, and the adapters' listeners on its window and document, from now on. */
export class Leftovers {
  readonly #timers = new Set<unknown>();
  readonly #listeners = new Set<string>();
  readonly #undos: (() => void)[] = [];
  readonly #names = new WeakMap<object, number>();
  #nameCount = 0;

  constructor() {
    this.#countTimers('setTimeout', 'clearTimeout', true);
    this.#countTimers('setInterval', 'clearInterval', false);
    this.#countListeners(window);
    this.#countListeners(document);
  }

  get timers(): number {
    return this.#timers.size;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  stop(): void {
    for (const undo of this.#undos.reverse()) undo();
  }

  #countTimers(set: 'setTimeout' | 'setInterval', clear: string, isOnce: boolean): void {
    const original = window[set].bind(window) as (...args: unknown[]) => unknown;
    const originalClear = (window[clear as 'clearTimeout'] as (id: unknown) => void).bind(window);
    this.#undos.push(
      override(window, set, (callback: (...args: unknown[]) => void, ...rest: unknown[]) => {
        const id = original(
          (...args: unknown[]) => {
            if (isOnce) this.#timers.delete(id);
            callback(...args);
          },
          ...rest,
        );
        this.#timers.add(id);
        return id;
      }),
      override(window, clear, (id: unknown) => {
        this.#timers.delete(id);
        originalClear(id);
      }),
    );
  }

  #countListeners(target: Window | Document): void {
    const where = target === window ? 'window' : 'document';
    const key = (type: string, listener: object, options?: AddEventListenerOptions | boolean) => {
      const isCapture = typeof options === 'object' ? options.capture : options;
      return `${where} ${type} ${this.#nameOf(listener)} ${isCapture ? 'capture' : 'bubble'}`;
    };
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    type Args = [type: string, listener: EventListener, options?: AddEventListenerOptions];
    this.#undos.push(
      override(target, 'addEventListener', (...args: Args) => {
        const name = key(...args);
        // Without this function's own place.
        const places = (new Error().stack ?? '').split('\n').slice(2).join('\n');
        if (isOwn(places, OWN_CODE)) this.#listeners.add(name);
        args[2]?.signal?.addEventListener('abort', () => this.#listeners.delete(name));
        add(...args);
      }),
      override(target, 'removeEventListener', (...args: Args) => {
        this.#listeners.delete(key(...args));
        remove(...args);
      }),
    );
  }

  #nameOf(listener: object): number {
    const name = this.#names.get(listener) ?? ++this.#nameCount;
    this.#names.set(listener, name);
    return name;
  }
}
