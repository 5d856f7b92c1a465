import type { Register } from './register.ts';
import { replace, type Undo } from './replace.ts';

type Start = (callback: unknown, ...rest: unknown[]) => number;
type Stop = (id?: number) => void;
type Starting = 'setTimeout' | 'setInterval' | 'requestAnimationFrame' | 'requestIdleCallback';
type Stopping = 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame' | 'cancelIdleCallback';

/** Timeouts and intervals share their ids: https://html.spec.whatwg.org/#dom-clearinterval */
const KINDS: readonly (readonly [start: Starting, stop: Stopping, ids: string])[] = [
  ['setTimeout', 'clearTimeout', 'timer'],
  ['setInterval', 'clearInterval', 'timer'],
  ['requestAnimationFrame', 'cancelAnimationFrame', 'frame'],
  ['requestIdleCallback', 'cancelIdleCallback', 'idle'],
];

/** Timers, frames and idle callbacks: undone by being stopped, or by having run; an interval only so. */
export function watchTimers(register: Register): Undo[] {
  const page = window as unknown as Record<Starting, Start> & Record<Stopping, Stop>;
  // Safari has no idle callbacks.
  return KINDS.filter(([start]) => start in page).flatMap(([start, stop, ids]) => {
    const originalStop = page[stop].bind(window);
    const keyOf = (id?: number) => `${ids} ${id ?? 0}`;
    const isTimer = ids === 'timer';
    return [
      replace(page, start, (original) => (callback, ...rest) => {
        const run = (...args: unknown[]) => {
          if (start !== 'setInterval') register.ran(keyOf(id));
          return (callback as (...args: unknown[]) => unknown)(...args);
        };
        // Text is compiled by the browser, when the time has come.
        const isFunction = typeof callback === 'function';
        const id = original.call(window, isFunction ? run : callback, ...rest);
        register.add(keyOf(id), {
          what: isTimer ? `${start} of ${Number(rest[0] ?? 0)} ms` : start,
          end: () => originalStop(id),
        });
        return id;
      }),
      replace(page, stop, () => (id) => {
        register.remove(keyOf(id));
        originalStop(id);
      }),
    ];
  });
}
