import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

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

/** Listeners on `window` and `document`: undone by being removed, aborted, or called `once`. */
export function watchListeners(register: Register): Undo[] {
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
        if (typeof options === 'object' && options.once) {
          original.call(owner, type, () => register.remove(key), options);
        }
      }),
      replace(owner, 'removeEventListener', (original) => (type, callback, options) => {
        original.call(owner, type, callback, options);
        if (callback) register.remove(keys.of(owner, type, callback, options));
      }),
    ];
  });
}
