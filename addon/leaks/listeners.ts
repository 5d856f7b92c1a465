import { findPlace } from './places.ts';
import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

type Listener = EventListenerOrEventListenerObject;
type Options = boolean | AddEventListenerOptions | null | undefined;

function isCapture(options: Options): boolean {
  return (typeof options === 'object' ? options?.capture : options) ?? false;
}

/** One listener, as the DOM tells it from others: by target, type, callback and capture. */
class ListenerKeys {
  readonly #keys = new WeakMap<EventTarget, WeakMap<Listener, Map<string, object>>>();

  of(target: EventTarget, type: string, callback: Listener, options: Options): object {
    const ofTarget = this.#keys.get(target) ?? new WeakMap<Listener, Map<string, object>>();
    this.#keys.set(target, ofTarget);
    const ofCallback = ofTarget.get(callback) ?? new Map<string, object>();
    ofTarget.set(callback, ofCallback);
    const name = `${type} ${String(isCapture(options))}`;
    const key = ofCallback.get(name) ?? {};
    ofCallback.set(name, key);
    return key;
  }
}

/** React listens once for each event of a root or portal, and never stops. */
function isReacts(target: EventTarget, callback: Listener): boolean {
  return (
    typeof callback === 'function' &&
    callback.name.startsWith('bound ') &&
    Object.keys(target).some((key) => key.startsWith('_reactListening'))
  );
}

/** Both are called of `window` without naming it. */
type Call = [type: string, callback: Listener | null, options?: Options];
type Method = (this: EventTarget | undefined, ...args: Call) => void;

/** Listeners on what outlives a component: undone by being removed, aborted, or called `once`. */
export function watchListeners(register: Register): Undo[] {
  const keys = new ListenerKeys();

  function added(target: EventTarget, [type, callback, options]: Call, listen: Method): void {
    const place = callback && findPlace(target);
    const { signal, once } = typeof options === 'object' && options ? options : {};
    if (!place || signal?.aborted || isReacts(target, callback)) return;
    const key = keys.of(target, type, callback, options);
    const forget = () => register.remove(key);
    const what = `${type} listener on ${place.name}`;
    const end = () => target.removeEventListener(type, callback, isCapture(options));
    register.add(key, { ...place, what, end }, 2);
    signal?.addEventListener('abort', forget, { once: true });
    if (once) listen.call(target, type, forget, options);
  }

  // A test runner has given `window` methods for itself alone.
  const owners = [
    EventTarget.prototype,
    ...(Object.hasOwn(window, 'addEventListener') ? [window] : []),
  ];
  return owners.flatMap((owner) => {
    const methods = owner as Record<'addEventListener' | 'removeEventListener', Method>;
    return [
      replace(
        methods,
        'addEventListener',
        (original) =>
          function addEventListener(...args) {
            original.apply(this, args);
            added(this ?? window, args, original);
          },
      ),
      replace(
        methods,
        'removeEventListener',
        (original) =>
          function removeEventListener(...args) {
            original.apply(this, args);
            const [type, callback, options] = args;
            if (callback) register.remove(keys.of(this ?? window, type, callback, options));
          },
      ),
    ];
  });
}
