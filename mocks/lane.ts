import Queue from 'yocto-queue';
import { after, now } from './clock.ts';

type Job = () => void;

interface Frame {
  readonly due: number;
  readonly arrive: Job;
}

/** One direction of a connection: first in, first out, each frame its latency after it was sent. */
export class Lane {
  readonly #deliver: (arrive: Job) => void;
  readonly #travelling = new Queue<Frame>();
  #heldBack: { readonly arrive: Job; readonly latencyMs: number }[] | undefined;
  #cancelTimer: (() => void) | undefined;

  /** @param deliver runs what has arrived, in the order in which it is given */
  constructor(deliver: (arrive: Job) => void) {
    this.#deliver = deliver;
  }

  send(arrive: Job, latencyMs = 0): void {
    if (this.#heldBack) {
      this.#heldBack.push({ arrive, latencyMs });
      return;
    }
    if (latencyMs <= 0 && this.#travelling.size === 0) {
      this.#deliver(arrive);
      return;
    }
    this.#travelling.enqueue({ due: now() + latencyMs, arrive });
    if (this.#travelling.size === 1) this.#arrive();
  }

  /** Keeps back what is sent from now on. What already travels still arrives. */
  stall(): void {
    this.#heldBack ??= [];
  }

  resume(): void {
    const heldBack = this.#heldBack ?? [];
    this.#heldBack = undefined;
    for (const { arrive, latencyMs } of heldBack) this.send(arrive, latencyMs);
  }

  /** Loses whatever has not arrived. A lane that is stalled stays so. */
  cut(): void {
    this.#travelling.clear();
    if (this.#heldBack) this.#heldBack = [];
    this.#cancelTimer?.();
  }

  #arrive(): void {
    this.#cancelTimer?.();
    // A shorter latency never overtakes: only the head of the queue can arrive.
    let next = this.#travelling.peek();
    while (next && next.due <= now()) {
      this.#travelling.dequeue();
      this.#deliver(next.arrive);
      next = this.#travelling.peek();
    }
    if (next) {
      this.#cancelTimer = after(Math.max(0, next.due - now()), () => {
        this.#arrive();
      });
    }
  }
}
