/**
 * Watches what the code on a page sets up and does not undo: timers, animation frames, listeners on
 * `window` and `document`; and what it complains about: console errors and uncaught errors.
 */
import { watchComplaints } from './complaints.ts';
import { watchListeners } from './listeners.ts';
import { Register, type Leftover } from './register.ts';
import { watchIntervals, watchOnce } from './timers.ts';

export interface Watch {
  /** What is set up at this moment and not undone. */
  readonly leftovers: readonly Leftover[];
  /** Console errors and uncaught errors so far, in words. */
  readonly complaints: readonly string[];
  /** Stops watching and gives the page its own functions back. */
  stop(): void;
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
