import { contentOf } from './describe.ts';
import { ExpressionWorker } from './expression-worker.ts';
import { RowList, type Row } from './row-list.ts';

/** Posted to the worker at once. More would hold up the page while it is copied. */
const BATCH_CHARACTERS = 2 ** 20;
const BATCH_ROWS = 1_000;

/** How far a search has come; another object after each step. */
export interface Progress {
  /** Why it has ended early, as a message. */
  readonly problem?: string;
}

/** Which rows an expression matches, found beside the page a batch at a time. */
export class RowSearch {
  readonly #expression: RegExp | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #found = new WeakMap<Row, boolean>();
  readonly #done = new WeakSet<readonly Row[]>();
  #worker: ExpressionWorker | undefined;
  #rows = new RowList();
  #progress: Progress = {};

  /** @param expression none matches every row */
  constructor(expression: RegExp | undefined) {
    this.#expression = expression;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getProgress = (): Progress => this.#progress;

  /** Whether a row matches; nothing where that is not known yet. */
  matches(row: Row): boolean | undefined {
    return !this.#expression || this.#found.get(row);
  }

  /** Looks through these rows, all but those that it has looked through before. */
  look(rows: RowList): void {
    this.#rows = rows;
    if (!this.#expression || this.#worker || this.#progress.problem !== undefined) return;
    const worker = new ExpressionWorker(this.#expression);
    this.#worker = worker;
    void this.#lookOn(worker);
  }

  stop(): void {
    this.#worker?.stop();
    this.#worker = undefined;
  }

  async #lookOn(worker: ExpressionWorker): Promise<void> {
    try {
      for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) {
        const matches = await worker.test(batch.map(({ event }) => contentOf(event)));
        if (worker !== this.#worker) return;
        batch.forEach((row, index) => this.#found.set(row, matches[index] === true));
        this.#report({});
      }
    } catch (error) {
      if (worker !== this.#worker) return;
      this.#report({ problem: error instanceof Error ? error.message : String(error) });
    }
    this.stop();
  }

  /** The newest rows first: these are in sight. */
  #nextBatch(): readonly Row[] {
    for (const chunk of this.#rows.chunks.toReversed()) {
      if (this.#done.has(chunk)) continue;
      const batch: Row[] = [];
      let characters = 0;
      for (const row of chunk) {
        if (this.#found.has(row)) continue;
        batch.push(row);
        characters += contentOf(row.event).length;
        if (batch.length === BATCH_ROWS || characters >= BATCH_CHARACTERS) break;
      }
      if (batch.length > 0) return batch;
      this.#done.add(chunk);
    }
    return [];
  }

  #report(progress: Progress): void {
    this.#progress = progress;
    for (const listener of [...this.#listeners]) listener();
  }
}
