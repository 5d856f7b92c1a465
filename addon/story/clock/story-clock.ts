/**
 * The time of a story: that of its timers, `Date`, animation frames, and of the simulated network.
 * Virtual where the story asks for it: `parameters: { clock: 'paused' }`.
 */
export interface StoryClock {
  /** Whether it is the story's, and can be moved. */
  readonly isVirtual: boolean;
  /** Milliseconds since the story's clock began. */
  readonly now: number;
  /** How many times as fast as real time it runs; 0 while it is paused. */
  readonly speed: number;
  /**
   * Moves on by `ms` milliseconds. What is due on the way runs in order; between two moments the page's
   * microtasks, React's work and the network's tasks come to their end.
   * @example await clock.advance(30_000)
   * @throws {Error} where the story has not asked for a clock
   * @throws {RangeError} where `ms` is no number from 0 to 2,147,483,647
   */
  advance(ms: number): Promise<void>;
  /** Moves on to the next timer, and runs what is due then. Does nothing where there is no timer. */
  runToNext(): Promise<void>;
  /** Stops time. */
  pause(): void;
  /** Lets time pass, `speed` times as fast as real time. @default 1 */
  play(speed?: number): void;
}
