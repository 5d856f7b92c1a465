import { addons } from 'storybook/preview-api';
import { realTime } from '../../../mocks/clock.ts';
import { CLOCK_READS, RUN_TO_NEXT, type ClockReading } from './channel.ts';
import type { StoryClock } from './story-clock.ts';

/** Often enough to be read. */
const TELL_MS = 100;

/** Tells the toolbar what a clock shows, and runs it to the next timer when asked. Returns the undo. */
export function tellClock(clock: StoryClock): () => void {
  const channel = addons.getChannel();
  let told: ClockReading | undefined;
  let cancel = () => {};
  const tell = () => {
    const { now, speed } = clock;
    if (now !== told?.now || speed !== told.speed) {
      told = { now, speed };
      channel.emit(CLOCK_READS, told);
    }
    cancel = realTime.after(TELL_MS, tell);
  };
  const runToNext = () => void clock.runToNext();
  channel.on(RUN_TO_NEXT, runToNext);
  tell();
  return () => {
    cancel();
    channel.off(RUN_TO_NEXT, runToNext);
    channel.emit(CLOCK_READS, null);
  };
}
