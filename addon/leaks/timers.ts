import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

/** Timeouts and intervals share their ids: https://html.spec.whatwg.org/#dom-clearinterval */
function keyOf(start: string, id: number | undefined): string {
  return `${start === 'requestAnimationFrame' ? 'frame' : 'timer'} ${id ?? 0}`;
}

/** `setTimeout` and `requestAnimationFrame`: undone by being cleared, or by having run. */
export function watchOnce(
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
      const id = original.call(
        window,
        (...args) => {
          register.remove(keyOf(start, id));
          callback(...args);
        },
        ...rest,
      );
      const delay = start === 'setTimeout' ? ` of ${Number(rest[0] ?? 0)} ms` : '';
      register.add(keyOf(start, id), start + delay);
      return id;
    }),
    replace(page, stop, (original) => (id) => {
      register.remove(keyOf(start, id));
      original.call(window, id);
    }),
  ];
}

/** `setInterval`: undone only by being cleared. */
export function watchIntervals(register: Register): Undo[] {
  type SetInterval = (callback: unknown, ms?: number, ...rest: unknown[]) => number;
  const page = window as unknown as {
    setInterval: SetInterval;
    clearInterval: (id?: number) => void;
  };
  return [
    replace(page, 'setInterval', (original) => (callback, ms, ...rest) => {
      const id = original.call(window, callback, ms, ...rest);
      register.add(keyOf('setInterval', id), `setInterval of ${ms ?? 0} ms`);
      return id;
    }),
    replace(page, 'clearInterval', (original) => (id) => {
      register.remove(keyOf('setInterval', id));
      original.call(window, id);
    }),
  ];
}
