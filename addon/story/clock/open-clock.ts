import { RealClock } from './real-clock.ts';
import type { StoryClock } from './story-clock.ts';

/** How a story's time passes: `real`, or virtual: `paused`, or so many times as fast as real time. */
export type ClockSetting = 'real' | 'paused' | 'x1' | 'x10' | 'x60';

/** A clock that a session holds. */
export interface OpenClock extends StoryClock {
  readonly isVirtual: boolean;
  /** Gives the page its own time back. */
  dispose(): void;
}

/** What a virtual clock needs is loaded by the first story that asks for one. */
export async function openClock(setting: ClockSetting): Promise<OpenClock> {
  if (setting === 'real') return new RealClock();
  const { VirtualClock } = await import('./virtual-clock.ts');
  return VirtualClock.open();
}

/** Lets a virtual clock run as the toolbar says. */
export function runClock(clock: OpenClock, setting: ClockSetting): void {
  if (!clock.isVirtual) return;
  if (setting === 'paused') clock.pause();
  else clock.play(Number(setting.slice(1)));
}
