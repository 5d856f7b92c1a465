import { after, now } from './clock.ts';
import { queueNetworkTask } from './network-tasks.ts';

interface Frame {
  readonly due: number;
  readonly deliver: () => void;
}

/** One direction of a connection: first in, first out, each frame `latencyMs` after it was sent. */
export class Lane {
  readonly #latencyMs: () => number;
  #travelling: Frame[] = [];
  #heldBack: (() => void)[] | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(latencyMs: () => number) {
    this.#latencyMs = latencyMs;
  }

  send(deliver: () => void): void {
    if (this.#heldBack) {
      this.#heldBack.push(deliver);
      return;
    }
    const latencyMs = this.#latencyMs();
    if (latencyMs <= 0 && this.#travelling.length === 0) {
      queueNetworkTask(deliver);
      return;
    }
    this.#travelling.push({ due: now() + latencyMs, deliver });
    if (this.#travelling.length === 1) this.#arrive();
  }

  /** Keeps back what is sent from now on. What already travels still arrives. */
  stall(): void {
    this.#heldBack ??= [];
  }

  resume(): void {
    const heldBack = this.#heldBack ?? [];
    this.#heldBack = undefined;
    for (const deliver of heldBack) this.send(deliver);
  }

  /** Loses whatever has not arrived. */
  cut(): void {
    this.#travelling = [];
    this.#heldBack = undefined;
    this.#cancelTimer?.();
  }

  #arrive(): void {
    this.#cancelTimer = undefined;
    // A shorter latency never overtakes: only the head of the queue can arrive.
    while (this.#travelling[0] && this.#travelling[0].due <= now()) {
      const frame = this.#travelling.shift();
      if (frame) queueNetworkTask(frame.deliver);
    }
    const next = this.#travelling[0];
    if (next) {
      this.#cancelTimer = after(next.due - now(), () => {
        this.#arrive();
      });
    }
  }
}
