import { realTime } from './clock.ts';

/** Long enough for a slow machine, short enough to beat the 15 seconds of a test in a browser. */
const WAIT_LIMIT_MS = 10_000;

interface HistoryOptions {
  /** Items kept. @default 10_000 */
  readonly limit?: number;
  /** @default ten seconds */
  readonly waitLimitMs?: number | undefined;
  /** Says what happened instead of what was waited for. */
  readonly explain?: () => string;
}

interface Waiting<T> {
  resolve(item: T): void;
  cancelTimer(): void;
}

/**
 * What has happened, in order, for readers who may come late: `next` hands out each item once,
 * whether it has already happened or not. Keeps the newest `limit` items.
 */
export class History<T> {
  readonly #name: string;
  readonly #limit: number;
  readonly #waitLimitMs: number;
  readonly #explain: () => string;
  #items: T[] = [];
  #unread = 0;
  #waiting: Waiting<T>[] = [];

  constructor(
    name: string,
    { limit = 10_000, waitLimitMs = WAIT_LIMIT_MS, explain = () => '' }: HistoryOptions = {},
  ) {
    this.#name = name;
    this.#limit = limit;
    this.#waitLimitMs = waitLimitMs;
    this.#explain = explain;
  }

  get items(): readonly T[] {
    return this.#items;
  }

  push(item: T): void {
    this.#items.push(item);
    if (this.#items.length > this.#limit) this.#items.shift();
    const reader = this.#waiting.shift();
    if (!reader) {
      this.#unread = Math.min(this.#unread + 1, this.#items.length);
      return;
    }
    reader.cancelTimer();
    reader.resolve(item);
  }

  /** @throws {Error} when nothing comes within ten seconds */
  next(): Promise<T> {
    if (this.#unread > 0) {
      const item = this.#items.at(-this.#unread);
      this.#unread -= 1;
      return Promise.resolve(item as T);
    }
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const waiting: Waiting<T> = {
      resolve,
      cancelTimer: realTime.after(this.#waitLimitMs, () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(
          new Error(
            `Waited ${this.#waitLimitMs} ms for ${this.#name}, and none came: ${this.#items.length} had come before. Check that the pattern does what you wait for, and that no earlier call took it. ${this.#explain()}`.trim(),
          ),
        );
      }),
    };
    this.#waiting.push(waiting);
    return promise;
  }

  /** Clears the history. Pending `next` calls never settle; their timers are cancelled. */
  dispose(): void {
    for (const waiting of this.#waiting) waiting.cancelTimer();
    this.#waiting = [];
    this.#items = [];
    this.#unread = 0;
  }
}
