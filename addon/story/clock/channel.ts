/** What goes between a story's virtual clock and the toolbar. */
import { CLOCK_ID } from '../../constants.ts';

/** From the page: the clock as it stands, or nothing where the story has real time. */
export const CLOCK_READS = `${CLOCK_ID}/reads`;
/** To the page: move on to the next timer. */
export const RUN_TO_NEXT = `${CLOCK_ID}/run-to-next`;

export interface ClockReading {
  /** Milliseconds since the story's clock began. */
  readonly now: number;
  /** How many times as fast as real time it runs; 0 while it is paused. */
  readonly speed: number;
}
