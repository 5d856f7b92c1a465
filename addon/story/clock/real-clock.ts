import { realTime } from '../../../mocks/clock.ts';
import type { StoryClock } from './story-clock.ts';

/** The clock of a story that has not asked for one: it runs, and cannot be moved. */
export class RealClock implements StoryClock {
  readonly isVirtual = false;
  readonly speed = 1;
  readonly #startedAt = realTime.now();

  get now(): number {
    return realTime.now() - this.#startedAt;
  }

  readonly advance = async (): Promise<void> => refuse('advance');
  readonly runToNext = async (): Promise<void> => refuse('runToNext');
  readonly pause = (): void => refuse('pause');
  readonly play = (): void => refuse('play');
}

function refuse(verb: string): never {
  throw new Error(
    `clock.${verb} moves virtual time, and this story runs in real time, which cannot be moved. Add \`parameters: { clock: 'paused' }\` to the story: then time stands still from before its first mount, and passes when \`clock\` says so.`,
  );
}
