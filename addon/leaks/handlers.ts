import { findPlace } from './places.ts';
import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

/**
 * Where `on…` is set for what outlives a component: `window` has its own, the rest inherits it. Not for
 * elements: React gives a portal's container an `onclick` that it never takes back.
 */
const CLASSES = [
  'Document',
  'MediaQueryList',
  'VisualViewport',
  'ScreenOrientation',
  'NetworkInformation',
  'ServiceWorkerContainer',
  'MediaDevices',
  'FontFaceSet',
];

function owners(): object[] {
  return [window, ...CLASSES.flatMap((name) => prototypeOf(name))];
}

function prototypeOf(name: string): object[] {
  const found: unknown = Reflect.get(window, name);
  return typeof found === 'function' ? [found.prototype as object] : [];
}

type SetHandler = (target: EventTarget, value: unknown) => void;

/** Replaces the setter of `owner[name]` until the returned undo is called. */
function replaceSetter(
  owner: object,
  name: string,
  make: (original: SetHandler) => SetHandler,
): Undo[] {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  if (!original?.set || !original.configurable) return [];
  const setHandler = make((target, value) => {
    original.set?.call(target, value);
  });
  Object.defineProperty(owner, name, {
    ...original,
    set(this: EventTarget | undefined, value: unknown) {
      setHandler(this ?? window, value);
    },
  });
  return [() => Object.defineProperty(owner, name, original)];
}

/** Handlers such as `window.ononline`: undone by being set to `null`. */
export function watchHandlers(register: Register): Undo[] {
  const keys = new WeakMap<EventTarget, Map<string, object>>();
  const keyOf = (target: EventTarget, name: string) => {
    const ofTarget = keys.get(target) ?? new Map<string, object>();
    keys.set(target, ofTarget);
    const key = ofTarget.get(name) ?? {};
    ofTarget.set(name, key);
    return key;
  };
  return owners().flatMap((owner) =>
    Object.getOwnPropertyNames(owner)
      .filter((name) => name.startsWith('on'))
      .flatMap((name) =>
        replaceSetter(owner, name, (set) => (target, value) => {
          set(target, value);
          const key = keyOf(target, name);
          register.remove(key);
          const place = typeof value === 'function' ? findPlace(target) : undefined;
          if (!place) return;
          const what = `${name} handler on ${place.name}`;
          register.add(key, { ...place, what, end: () => set(target, null) }, 2);
        }),
      ),
  );
}

/** The older names for a listener on a media query: https://drafts.csswg.org/cssom-view/#dom-mediaquerylist-addlistener */
export function watchMediaQueries(): Undo[] {
  const { prototype } = MediaQueryList;
  type Listener = EventListener;
  return [
    replace(
      prototype,
      'addListener',
      () =>
        function addListener(this: MediaQueryList, listener) {
          this.addEventListener('change', listener as Listener);
        },
    ),
    replace(
      prototype,
      'removeListener',
      () =>
        function removeListener(this: MediaQueryList, listener) {
          this.removeEventListener('change', listener as Listener);
        },
    ),
  ];
}
