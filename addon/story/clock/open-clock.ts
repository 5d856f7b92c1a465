import { Shared } from '../shared.ts';
import type { PageState } from './background.ts';
import { RealClock } from './real-clock.ts';
import type { StoryClock } from './story-clock.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** How a story's time passes: `real`, or virtual: `paused`, or so many times as fast as real time. */
export type ClockSetting = 'real' | 'paused' | 'x1' | 'x10' | 'x60';

/** Two stories on a page share the functions by which timers are set, and so their clock. */
let clockOfPage: Shared<VirtualClock> | undefined;
/** The circumstances of the stories that are open: the next ones have others. */
let pageOfClock: PageState;

/**
 * A clock, and what ends it. What a virtual one needs is loaded by the first story that asks for it.
 * @param page whose timers it holds back while it is hidden
 */
export async function openClock(
  setting: ClockSetting,
  page: PageState,
): Promise<{ readonly clock: StoryClock; readonly closeClock: () => void }> {
  if (setting === 'real') return { clock: new RealClock(), closeClock: () => undefined };
  const { VirtualClock } = await import('./virtual-clock.ts');
  pageOfClock = page;
  const shared = (clockOfPage ??= new Shared(() => new VirtualClock(pageOfClock)));
  return { clock: shared.open(), closeClock: () => shared.close() };
}

/** Lets a virtual clock run as the toolbar says. */
export function runClock(clock: StoryClock, setting: ClockSetting): void {
  if (!clock.isVirtual) return;
  if (setting === 'paused') clock.pause();
  else clock.play(Number(setting.slice(1)));
}
