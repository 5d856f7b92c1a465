import { Subscribable } from '../subscribable.ts';

/** One event, with its number: 1, 2, 3… */
export interface NumberedEvent {
  readonly seq: number;
  readonly body: unknown;
}

/** Events in order, numbered from 1. Keeps the newest, as a server does. */
export class NumberedLog {
  readonly #keeps: number;
  readonly #added = new Subscribable<[event: NumberedEvent]>();
  #events: NumberedEvent[] = [];
  #latest = 0;

  /** @param keeps how many of the newest events can still be asked for. @default all */
  constructor(keeps = Infinity) {
    this.#keeps = keeps;
  }

  /** The number of the newest event; 0 before the first. */
  get latest(): number {
    return this.#latest;
  }

  /** The number of the oldest event that is kept, or of the next one, where none is. */
  get oldest(): number {
    return this.#latest - this.#events.length + 1;
  }

  /** Adds an event, and returns its number. */
  add(body: unknown): number {
    const event = { seq: ++this.#latest, body };
    this.#events.push(event);
    if (this.#events.length > this.#keeps) this.#events.shift();
    this.#added.notify(event);
    return event.seq;
  }

  /** What came after event number `seq`, or `undefined` where some of that is no longer kept. */
  since(seq: number): readonly NumberedEvent[] | undefined {
    if (seq < this.oldest - 1) return undefined;
    return this.#events.slice(seq - this.oldest + 1);
  }

  /** Calls back for each event from now on. Returns the undo. */
  onAdd(listener: (event: NumberedEvent) => void): () => void {
    return this.#added.add(listener);
  }
}
