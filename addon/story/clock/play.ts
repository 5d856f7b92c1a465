import { realTime } from '../../../mocks/clock.ts';

/** How often time moves while it plays: once a frame. */
const STEP_MS = 16;
/** What passes at most at once: a browser lets a hidden tab sleep. */
const LONGEST_STEP_MS = 1_000;

/**
 * Lets time pass in step with real time, until the returned undo is called.
 * @param speed how many times as fast as real time
 * @param advance moves on by whole milliseconds
 */
export function play(speed: number, advance: (ms: number) => Promise<void>): () => void {
  let isPlaying = true;
  let lastAt = realTime.now();
  let owedMs = 0;
  let cancel = realTime.after(STEP_MS, step);

  function step(): void {
    const at = realTime.now();
    owedMs += Math.min(at - lastAt, LONGEST_STEP_MS) * speed;
    lastAt = at;
    const ms = Math.floor(owedMs);
    owedMs -= ms;
    advance(ms).then(() => {
      if (isPlaying) cancel = realTime.after(STEP_MS, step);
    }, reportError);
  }

  return () => {
    isPlaying = false;
    cancel();
  };
}
