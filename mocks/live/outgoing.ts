interface Waiting {
  readonly due: number;
  readonly act: () => void;
}

/** What a far end sends: first in, first out, each after its latency, and nothing while stalled. */
export class Outgoing {
  #waiting: Waiting[] = [];
  #heldBack: { latencyMs: number; act: () => void }[] | undefined;
  #timer: NodeJS.Timeout | undefined;

  send(latencyMs: number, act: () => void): void {
    if (this.#heldBack) {
      this.#heldBack.push({ latencyMs, act });
      return;
    }
    this.#waiting.push({ due: performance.now() + latencyMs, act });
    if (this.#waiting.length === 1) this.#sendDue();
  }

  /** Keeps back what is sent from now on. What is already on its way still arrives. */
  stall(): void {
    this.#heldBack ??= [];
  }

  resume(): void {
    const heldBack = this.#heldBack ?? [];
    this.#heldBack = undefined;
    for (const { latencyMs, act } of heldBack) this.send(latencyMs, act);
  }

  /** Loses whatever is still on its way. */
  cut(): void {
    this.#waiting = [];
    this.#heldBack = undefined;
    clearTimeout(this.#timer);
  }

  #sendDue(): void {
    // A shorter latency never overtakes: only the head of the queue can leave.
    while (this.#waiting[0] && this.#waiting[0].due <= performance.now()) {
      this.#waiting.shift()?.act();
    }
    const next = this.#waiting[0];
    if (next) this.#timer = setTimeout(() => this.#sendDue(), next.due - performance.now());
  }
}
